/* Optional: search in a large timeline, whole words, the best first. Its words (search/events.js) are loaded when the field is first focused. */
(() => {
  "use strict";
  const bar = document.querySelector("[data-index]");
  if (!bar) return;
  const PAGE = 20;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const make = (name, more, ...inside) => { const made = Object.assign(document.createElement(name), more); made.append(...inside); return made; };
  const input = make("input", { type: "search", autocomplete: "off" });
  input.setAttribute("aria-keyshortcuts", "/");
  const count = make("output", { className: "left" });
  const list = make("ol", { className: "rows" });
  const more = make("button", { type: "button", hidden: true, textContent: bar.dataset.more });
  bar.append(make("label", { className: "find" }, document.body.dataset.search, " ", input), count, list, more);
  bar.hidden = false;

  let loading;
  const load = () => loading ??= new Promise((done, failed) => {
    const script = make("script", { src: bar.dataset.index, onerror: failed });
    script.onload = () => {
      const { pages, events } = globalThis.dateline;
      const found = events.map(([page, id, label, headline, quote, others, weight]) => ({
        href: `${pages[page]}#${id}`, label, headline, quote, weight,
        words: [[headline, 4], [others, 2], [quote, 1], [label, 1]].map(([text, worth]) => [words(text), worth]),
      }));
      const known = new Map();
      for (const event of found) for (const word of new Set(event.words.flatMap(([each]) => each))) known.set(word, (known.get(word) || 0) + 1);
      done({ found, known });
    };
    document.head.append(script);
  });

  /* A word that is still being typed stands for all that begin with it; a whole word for itself, unless nothing holds it. */
  const score = (event, wanted, known, all, typing) => {
    let sum = 0;
    for (const [at, want] of wanted.entries()) {
      const open = (typing && at === wanted.length - 1) || !known.has(want);
      let best = 0;
      for (const [held, worth] of event.words) {
        const fit = held.includes(want) ? 1 : open && held.some((word) => word.startsWith(want)) ? 0.6 : 0;
        best = Math.max(best, worth * fit);
      }
      if (!best) return 0;
      sum += best * Math.log(1 + all / (known.get(want) || 1));
    }
    return sum * (1 + event.weight);
  };
  const marked = (text, wanted) => {
    const parts = text.split(/([\p{L}\p{N}]+)/u);
    const hit = (part) => wanted.some((want) => fold(part).startsWith(want));
    const first = parts.findIndex(hit);
    const from = Math.max(0, first - 24);
    const shown = parts.slice(from, from + 60).map((part, at) => (at % 2 === (from % 2 ? 0 : 1) && hit(part) ? make("mark", {}, part) : part));
    return [from ? "… " : "", ...shown, from + 60 < parts.length ? " …" : ""];
  };
  const row = (event, wanted) => make("li", {},
    make("p", { className: "when" }, make("b", { textContent: event.label })),
    make("div", {}, make("p", { dir: "auto" }, make("a", { href: event.href }, ...marked(event.headline, wanted))),
      make("p", { className: "src", dir: "auto" }, ...(event.quote ? marked(event.quote, wanted) : []))));

  let results = [];
  let shown = 0;
  const next = () => {
    const wanted = words(input.value);
    list.append(...results.slice(shown, shown + PAGE).map((event) => row(event, wanted)));
    shown += PAGE;
    more.hidden = shown >= results.length;
  };
  const run = async () => {
    const wanted = words(input.value);
    const { found, known } = await load();
    const typing = !/\s$/.test(input.value);
    const scored = wanted.length ? found.map((event) => [score(event, wanted, known, found.length, typing), event]).filter(([sum]) => sum) : [];
    results = scored.sort(([one], [other]) => other - one).map(([, event]) => event);
    shown = 0;
    list.replaceChildren();
    next();
    count.value = wanted.length ? bar.dataset.left.replace("{left}", results.length).replace("{all}", found.length) : "";
  };
  more.addEventListener("click", next);
  input.addEventListener("focus", load);
  input.addEventListener("input", run);
  addEventListener("keydown", (key) => {
    if (key.key !== "/" || key.ctrlKey || key.metaKey || key.altKey || /^(input|textarea|select)$/i.test(key.target.tagName)) return;
    if (localStorage.getItem("dateline-keys") === "off") return;
    key.preventDefault();
    input.focus();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked; run(); }
})();
