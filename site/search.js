/* Optional: search in a large timeline, whole words, the best first. Its words (search/events.js) are loaded in
   one request when the page has nothing else to do, at the latest when somebody goes there. */
(() => {
  "use strict";
  const bar = document.querySelector("[data-index]");
  if (!bar) return;
  const PAGE = 20;
  const MARKED = /[^\0-\xbf\u2010-\u206f]/; // letters beyond ASCII; not the quotation marks and dashes of nearly every sentence
  const fold = (text) => (MARKED.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text).toLowerCase();
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
      done(events.map(([page, id, label, headline, quote, others, weight]) => ({
        href: `${pages[page]}#${id}`, label, headline, quote, weight,
        held: [[headline, 4], [others, 2], [quote, 1], [label, 1]].map(([text, worth]) => [fold(text), worth]),
      })));
    };
    document.head.append(script);
  });

  /* Where a word begins in a text, -1 where none does: looked for as it stands, so that nothing has to be cut into words beforehand. */
  const LETTER = /[\p{L}\p{N}]/u;
  const begins = (text, want, whole) => {
    for (let at = text.indexOf(want); at >= 0; at = text.indexOf(want, at + 1)) {
      if (!(at && LETTER.test(text[at - 1])) && !(whole && LETTER.test(text[at + want.length] ?? " "))) return at;
    }
    return -1;
  };
  /* What each event is worth for one word. One that is still being typed stands for all that begin with it, as does one that nothing holds. */
  const worths = (events, want, typing) => {
    const whole = events.map(({ held }) => Math.max(...held.map(([text, worth]) => (begins(text, want, true) < 0 ? 0 : worth))));
    const known = whole.filter(Boolean).length;
    const open = typing || !known;
    const found = open ? events.map(({ held }, at) => whole[at] || 0.6 * Math.max(...held.map(([text, worth]) => (begins(text, want, false) < 0 ? 0 : worth)))) : whole;
    return found.map((worth) => worth * Math.log(1 + events.length / (known || 1)));
  };
  const ranked = (events, wanted, typing) => {
    if (!wanted.length) return [];
    const each = wanted.map((want, at) => worths(events, want, typing && at === wanted.length - 1));
    const scores = events.map(({ weight }, at) => (each.every((worth) => worth[at]) ? each.reduce((sum, worth) => sum + worth[at], 0) * (1 + weight) : 0));
    return [...events.keys()].filter((at) => scores[at]).sort((one, other) => scores[other] - scores[one]).map((at) => events[at]);
  };
  const marked = (text, wanted) => {
    const parts = text.split(/([\p{L}\p{N}]+)/u);
    const hit = (part) => wanted.some((want) => fold(part).startsWith(want));
    const first = parts.findIndex(hit);
    const from = Math.max(0, first - 24);
    const shown = parts.slice(from, from + 60).map((part, at) => (at % 2 === (from % 2 ? 0 : 1) && hit(part) ? make("mark", {}, part) : part));
    return [from ? "… " : "", ...shown, from + 60 < parts.length ? " …" : ""];
  };
  /* The quote is shown where the headline does not hold all that was asked for: mostly it would say the same words again. */
  const says = (event, wanted) => wanted.every((want) => begins(fold(event.headline), want, false) >= 0);
  const row = (event, wanted) => make("li", {},
    make("p", { className: "when" }, make("b", { textContent: event.label })),
    make("div", {}, make("p", { dir: "auto" }, make("a", { href: event.href }, ...marked(event.headline, wanted))),
      make("p", { className: "src", dir: "auto" }, ...(event.quote && !says(event, wanted) ? marked(event.quote, wanted) : []))));

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
    const events = await load();
    results = ranked(events, wanted, !/\s$/.test(input.value));
    shown = 0;
    list.replaceChildren();
    next();
    count.value = wanted.length ? bar.dataset.left.replace("{left}", results.length).replace("{all}", events.length) : "";
  };
  more.addEventListener("click", next);
  for (const early of ["pointerenter", "touchstart", "focusin"]) bar.addEventListener(early, load, { passive: true });
  input.addEventListener("input", run);
  /* Where somebody is likely to be at a desk the words are there before they are asked for; elsewhere they are not worth the traffic. */
  const mayLoad = () => matchMedia("(hover: hover)").matches && !navigator.connection?.saveData;
  addEventListener("load", () => { if (mayLoad()) (globalThis.requestIdleCallback ?? setTimeout)(() => load().catch(() => {})); });
  addEventListener("keydown", (key) => {
    if (key.key !== "/" || key.ctrlKey || key.metaKey || key.altKey || /^(input|textarea|select)$/i.test(key.target.tagName)) return;
    if (localStorage.getItem("dateline-keys") === "off") return;
    key.preventDefault();
    input.focus();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked; run(); }
})();
