/* Optional: light or dark as the reader wants it, whatever the system says; kept for the next page. */
(() => {
  "use strict";
  const root = document.documentElement;
  const kept = (value) => {
    try { return value ? localStorage.setItem("dateline-look", value) : localStorage.getItem("dateline-look"); } catch { return null; }
  };
  if (kept()) root.dataset.look = kept();
  addEventListener("DOMContentLoaded", () => {
    const foot = document.querySelector(".foot");
    if (!foot?.dataset.look) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "look", textContent: foot.dataset.look });
    button.addEventListener("click", () => {
      const dark = root.dataset.look ? root.dataset.look === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.look = dark ? "light" : "dark";
      kept(root.dataset.look);
    });
    foot.lastElementChild.append(" · ", button);
  });
})();
