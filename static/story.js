/* Optional: one event at a time, for telling a story before others. Steps through what the page shows, by keys, buttons or swipes. */
(() => {
  "use strict";
  const bar = document.querySelector(".bar[data-present]");
  if (!bar || !document.querySelector(".ev") || !globalThis.HTMLDialogElement) return;
  const make = (name, more, ...inside) => { const made = Object.assign(document.createElement(name), more); made.append(...inside); return made; };
  const said = bar.dataset;
  const shown = () => [...document.querySelectorAll(".ev")].filter((event) => event.getClientRects().length);
  const stage = make("div", { className: "stage" });
  const place = make("output", { className: "place" });
  const back = make("button", { type: "button", textContent: said.back });
  const next = make("button", { type: "button", textContent: said.next });
  const close = make("button", { type: "button", textContent: said.close });
  const dialog = make("dialog", { className: "story" }, make("div", { className: "steps" }, back, next, place, close), stage);
  dialog.setAttribute("aria-label", said.present);
  document.body.append(dialog);

  let events = [];
  let at = 0;
  const show = (number) => {
    at = Math.min(Math.max(number, 0), events.length - 1);
    const event = events[at];
    const copy = (selector) => [...event.querySelectorAll(selector)].slice(0, 1).map((found) => found.cloneNode(true));
    const heading = event.querySelector("h3 a");
    const title = make("h2", { dir: "auto" }, ...heading.cloneNode(true).childNodes);
    const [when, figure] = [copy(".when"), copy(heading.querySelector("q") ? ".src" : "figure.q")]; // a sentence is not said twice
    for (const link of figure.flatMap((each) => [...each.querySelectorAll("a")])) link.removeAttribute("tabindex");
    stage.replaceChildren(...when, title, ...copy(".st"), ...figure, make("p", {}, make("a", { href: heading.href, textContent: said.entry })));
    place.value = said.left.replace("{left}", at + 1).replace("{all}", events.length);
    back.setAttribute("aria-disabled", at === 0); // and not "disabled", which would lose the focus, and with it the keys
    next.setAttribute("aria-disabled", at === events.length - 1);
    stage.className = ["stage", ...["b", "p", "plan"].filter((kind) => event.classList.contains(kind))].join(" ");
    stage.scrollTop = 0;
  };
  const leave = () => { dialog.close(); };
  const open = () => {
    events = shown();
    if (!events.length) return;
    const seen = events.findIndex((event) => event.getBoundingClientRect().bottom > 120);
    dialog.showModal();
    show(window.scrollY < innerHeight ? 0 : Math.max(seen, 0));
    next.focus();
  };
  back.addEventListener("click", () => show(at - 1));
  next.addEventListener("click", () => show(at + 1));
  close.addEventListener("click", leave);
  dialog.addEventListener("close", () => {
    const event = events[at];
    for (let each = event?.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    event?.scrollIntoView({ block: "center" });
    event?.querySelector("h3 a").focus({ preventScroll: true });
  });
  dialog.addEventListener("keydown", (key) => {
    const ahead = getComputedStyle(dialog).direction === "rtl" ? -1 : 1;
    const step = { ArrowRight: ahead, ArrowLeft: -ahead, PageDown: 1, PageUp: -1, Home: -events.length, End: events.length }[key.key];
    if (!step) return;
    key.preventDefault();
    show(at + step);
  });
  let from = null;
  stage.addEventListener("pointerdown", (touch) => { from = touch.pointerType === "mouse" ? null : touch.clientX; });
  stage.addEventListener("pointerup", (touch) => {
    if (from === null || Math.abs(touch.clientX - from) < 60) return;
    const ahead = getComputedStyle(dialog).direction === "rtl" ? 1 : -1;
    show(at + Math.sign(touch.clientX - from) * ahead);
    from = null;
  });
  bar.append(make("button", { type: "button", className: "look", textContent: said.present, onclick: open }));
})();
