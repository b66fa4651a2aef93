/* Optional: search in a large timeline. Its parts (search/*.json) are loaded when the field is first used; "/" focuses it. */
(() => {
  "use strict";
  const bar = document.querySelector("[data-parts]");
  if (!bar || !location.protocol.startsWith("http")) return;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const label = Object.assign(document.createElement("label"), { className: "find" });
  const input = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  input.setAttribute("aria-keyshortcuts", "/");
  label.append(document.body.dataset.search, " ", input);
  const count = Object.assign(document.createElement("output"), { className: "by" });
  const list = Object.assign(document.createElement("ol"), { className: "rows" });
  bar.append(label, count, list);
  bar.hidden = false;
  let loaded;
  const load = async () => {
    const parts = await Promise.all(bar.dataset.parts.split(" ").map(async (part) => (await fetch(part)).json()));
    return parts.flatMap((part) => part.events.map((event) => ({ ...event, path: part.path, words: fold(event.text) })));
  };
  const row = (event) => {
    const link = Object.assign(document.createElement("a"), { href: `${event.path}#${event.id}`, textContent: event.headline });
    const when = Object.assign(document.createElement("p"), { className: "when" });
    when.append(Object.assign(document.createElement("b"), { textContent: event.label }));
    const what = document.createElement("p");
    what.append(link);
    const item = document.createElement("li");
    item.append(when, what);
    return item;
  };
  const run = async () => {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    loaded ??= load();
    const events = await loaded;
    const found = wanted.length ? events.filter((event) => wanted.every((word) => event.words.includes(word))) : [];
    list.replaceChildren(...found.slice(0, 100).map(row));
    count.value = wanted.length ? `${found.length} / ${events.length}` : "";
  };
  input.addEventListener("input", run);
  addEventListener("keydown", (key) => {
    if (key.key !== "/" || key.ctrlKey || key.metaKey || key.altKey || key.target === input) return;
    key.preventDefault();
    input.focus();
  });
})();
