/* Optional: search in the words that are already on the page, and keys. "/" search, "j" and "k" next and previous event. */
(() => {
  "use strict";
  const bar = document.querySelector(".bar");
  const events = [...document.querySelectorAll(".ev")];
  if (!bar || !events.length) return;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let words;
  const label = document.createElement("label");
  label.className = "find";
  const input = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  input.setAttribute("aria-keyshortcuts", "/");
  label.append(document.body.dataset.search || "Search", " ", input);
  const count = Object.assign(document.createElement("output"), { className: "vh" });
  bar.append(label, count);
  const run = () => {
    words ??= events.map((event) => fold(event.textContent));
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    let left = 0;
    events.forEach((event, index) => {
      event.hidden = !wanted.every((word) => words[index].includes(word));
      left += !event.hidden;
    });
    for (const group of document.querySelectorAll(".g")) group.hidden = !group.querySelector(".ev:not([hidden])");
    document.body.classList.toggle("finding", wanted.length > 0);
    document.body.classList.toggle("none", left === 0);
    count.value = wanted.length ? `${left} / ${events.length}` : "";
  };
  input.addEventListener("input", run);
  addEventListener("beforeprint", () => document.querySelectorAll("main details").forEach((each) => { each.open = true; }));
  addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    const typing = /^(input|textarea|select)$/i.test(key.target.tagName) && key.target.type !== "checkbox" && key.target.type !== "radio";
    if (typing) {
      if (key.key === "Escape" && key.target === input) { input.value = ""; run(); input.blur(); }
      return;
    }
    if (key.key === "/") { key.preventDefault(); input.focus(); return; }
    const step = { j: 1, k: -1 }[key.key];
    if (!step) return;
    const links = events.filter((event) => event.offsetParent).map((event) => event.querySelector("h3 a"));
    const from = links.findIndex((link) => link.closest(".ev").contains(document.activeElement));
    const next = links[from < 0 ? (step > 0 ? 0 : links.length - 1) : from + step];
    if (next) { next.focus(); next.closest(".ev").scrollIntoView({ block: "start" }); }
  });
})();
