/* Optional: search in the words of the page, a view in the address, keys that can be switched off: "/" search, "j" and "k" next and previous. */
(() => {
  "use strict";
  const bar = document.querySelector(".bar");
  const events = [...document.querySelectorAll(".ev")];
  if (!bar || !events.length) return;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const boxes = [...bar.querySelectorAll("input[type=checkbox]")];
  const groups = [...document.querySelectorAll(".g")].map((section) => ({ section, events: [...section.querySelectorAll(".ev")], folded: section.querySelector(".before") }));
  let words;
  const label = document.createElement("label");
  label.className = "find";
  const input = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  input.setAttribute("aria-keyshortcuts", "/");
  label.append(document.body.dataset.search || "Search", " ", input);
  const count = Object.assign(document.createElement("output"), { className: "left" });
  bar.append(label, count);

  const touched = () => Boolean(input.value.trim()) || boxes.some((box) => box.checked !== box.defaultChecked);
  const left = () => {
    const shut = groups.filter(({ folded }) => folded && !folded.open);
    for (const { section } of groups) section.removeAttribute("data-empty");
    for (const { folded } of shut) folded.open = true; // not every browser gives boxes to what is folded away
    const seen = new Set(events.filter((event) => event.getClientRects().length)); // what is shown has boxes; asked at once, before anything is changed
    for (const group of groups) {
      const holds = group.events.some((event) => seen.has(event));
      group.section.toggleAttribute("data-empty", !holds);
      if (group.folded) group.folded.open = input.value.trim() ? holds : !shut.includes(group);
    }
    const number = seen.size;
    document.body.classList.toggle("none", number === 0);
    document.body.classList.toggle("finding", touched());
    count.value = touched() ? bar.dataset.left.replace("{left}", number).replace("{all}", events.length) : "";
  };
  const search = () => {
    words ??= events.map((event) => fold(event.textContent));
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    events.forEach((event, index) => { event.hidden = !wanted.every((word) => words[index].includes(word)); });
  };
  const keep = () => {
    const view = new URLSearchParams();
    if (input.value.trim()) view.set("q", input.value.trim());
    const chosen = boxes.filter((box) => box.checked && !box.defaultChecked).map((box) => box.value);
    const without = boxes.filter((box) => !box.checked && box.defaultChecked).map((box) => box.value);
    if (chosen.length) view.set("only", chosen.join(","));
    if (without.length) view.set("without", without.join(","));
    const text = view.toString();
    try { history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash); } catch { /* a file has no address to share */ }
  };
  const run = () => { search(); left(); keep(); };
  const take = () => {
    const view = new URLSearchParams(location.search);
    const named = (key) => (view.get(key) || "").split(",").filter(Boolean);
    const [only, without] = [named("only"), named("without")];
    for (const box of boxes) {
      if (only.includes(box.value)) box.checked = true;
      if (without.includes(box.value)) box.checked = false;
    }
    input.value = view.get("q") || "";
    if (only.length || without.length || input.value) { search(); left(); }
  };
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (const mark of document.querySelectorAll(".over .m")) {
      if (mark.getAttribute("href") === location.hash) mark.setAttribute("aria-current", "location"); else mark.removeAttribute("aria-current");
    }
    if (!target) return;
    for (let each = target.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    const folded = target.querySelector("details.fold");
    if (folded && target.matches(".ev")) folded.open = true;
  };

  const keys = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
  const remembered = (value) => {
    try { return value === undefined ? localStorage.getItem("dateline-keys") : localStorage.setItem("dateline-keys", value); } catch { return null; }
  };
  keys.checked = remembered() !== "off";
  keys.addEventListener("change", () => remembered(keys.checked ? "on" : "off"));
  const chip = Object.assign(document.createElement("label"), { className: "chip" });
  chip.append(keys, Object.assign(document.createElement("span"), { textContent: bar.dataset.keys }));
  (bar.querySelector(".facets") || bar).append(chip);

  input.addEventListener("input", run);
  for (const box of boxes) box.addEventListener("change", run);
  addEventListener("hashchange", open);
  addEventListener("load", () => { if (touched()) left(); }); // boxes may stand as a reader left them
  addEventListener("beforeprint", () => document.querySelectorAll("main details").forEach((each) => { each.open = true; }));
  addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    const typing = /^(input|textarea|select)$/i.test(key.target.tagName) && key.target.type !== "checkbox";
    if (typing) {
      if (key.key === "Escape" && key.target === input) { input.value = ""; run(); input.blur(); }
      return;
    }
    if (key.key === "/" && keys.checked) { key.preventDefault(); input.focus(); return; }
    if (!keys.checked) return;
    const step = { j: 1, k: -1 }[key.key];
    if (!step) return;
    const links = events.filter((event) => event.checkVisibility()).map((event) => event.querySelector("h3 a"));
    const from = links.findIndex((link) => link.closest(".ev").contains(document.activeElement));
    const next = links[from < 0 ? (step > 0 ? 0 : links.length - 1) : from + step];
    if (next) { next.focus(); next.closest(".ev").scrollIntoView({ block: "start" }); }
  });
  take();
  open();
})();
