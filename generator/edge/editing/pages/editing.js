// The editor in a page of the preview: a button beside each event, a bar at the foot, forms in a dialog. Everything but the buttons lives in a
// shadow root, so that no theme changes it. What is open, typed, focused and scrolled to outlives the page's reload.
import { answerOf, ask, hasToken, save } from "./api.js";
import { article, chosenWords, legend } from "./article.js";
import { difference, renewed, versions } from "./conflict.js";
import { h } from "./dom.js";
import { addForm, eventForm } from "./form.js";
import { articles, help, KEYS, unchecked } from "./lists.js";
import { keep, kept, place, replace } from "./place.js";
import { Pencils } from "./pencils.js";

const TITLES = { event: "Edit an event", add: "Add an event", article: "Article", unchecked: "Still unchecked", articles: "Articles", help: "Keys and help" };

class App {
  constructor() {
    this.host = document.body.appendChild(document.createElement("dateline-editing"));
    this.shadow = this.host.attachShadow({ mode: "open" });
    this.keys = localStorage.getItem("dateline-keys") !== "off";
    this.overview = { events: [], articles: [], edits: [], fields: [], pictures: [], undo: [] };
    this.view = null;
    this.told = null;
    this.status = h("p", { role: "status", id: "status" });
    this.dialog = h("dialog", { "aria-labelledby": "view-title", oncancel: (event) => { event.preventDefault(); this.leave(); } });
    this.bar = h("div", { class: "bar", role: "region", "aria-label": "Editing" });
    this.shadow.append(h("link", { rel: "stylesheet", href: "/-/edit/editing.css" }), this.bar, this.dialog);
    // Keys typed here are not for the scripts of the site's theme.
    for (const kind of ["keydown", "keyup", "keypress"]) this.host.addEventListener(kind, (key) => { this.pressed(key, true); key.stopPropagation(); });
    addEventListener("keydown", (key) => this.pressed(key, false));
    addEventListener("pagehide", () => this.remember());
    history.scrollRestoration = "manual"; // else the browser scrolls once more, after us
  }

  async start() {
    if (!await hasToken()) {
      this.bar.append(h("p", {}, "To edit here, open the address that the terminal shows."));
      return;
    }
    await this.refresh();
    const held = kept();
    const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
    if (back && history.state?.datelineY !== undefined) scrollTo({ top: history.state.datelineY, behavior: "instant" });
    this.told = held?.told || null;
    const late = await answerOf();
    if (late) this.told = late.ok ? { words: `${late.told.join(" · ")}. Saved as ${late.path}.`, diff: late.diff } : { words: late.problem };
    this.draw();
    const isDone = Boolean(late?.ok && held?.saving); // the form has been saved meanwhile: back to what opened it
    if (held?.view && !isDone) {
      await this.open(held.view, held.values);
      replace(this, held);
    } else if (held) replace(this, isDone ? { ...held, focus: held.opener || held.focus } : held);
  }

  async refresh() {
    const found = await ask("overview");
    if (!found.ok) {
      this.told = { words: found.problem };
      return;
    }
    this.overview = found;
    this.pencils = new Pencils(this, found.events);
  }

  event(id) { return this.overview.events.find((each) => each.id === id); }
  headlines() { return new Map(this.overview.events.map((each) => [each.id, each.headline])); }

  /** Draw the bar: how far the checking is, what was last done, the acts. */
  draw() {
    const shown = this.overview.events.filter((each) => each.shown);
    const done = shown.filter((each) => each.checked).length;
    const act = (id, label, key, run, wide = false) => h("button", { type: "button", id, class: wide ? "wide" : null, "aria-keyshortcuts": this.keys ? key : null, onclick: run }, label);
    const undo = this.overview.undo?.length || 0;
    this.bar.replaceChildren(
      h("div", { class: "told", id: "told", hidden: !this.told }, this.status,
        this.told?.diff ? h("details", { id: "diff" }, h("summary", { id: "diff-summary" }, "What was written"), difference(this.told.diff)) : null,
        h("button", { type: "button", id: "told-close", "aria-label": "Close this message", onclick: () => { this.told = null; this.draw(); } }, "×")),
      h("p", { class: "count" }, `${done} of ${shown.length} checked`),
      act("bar-next", "Next unchecked", "n", () => this.next(1)),
      act("bar-check", "✓ Check", "c", () => this.check(this.here()?.id), true),
      act("bar-edit", "✎ Edit", "e", () => this.edit(), true),
      act("bar-undo", undo ? `Undo (${undo})` : "Undo", "u", () => this.undo()),
      h("a", { id: "bar-desk", href: "/-/edit/desk.html" }, "Desk"),
      act("bar-list", "Unchecked", "l", () => this.open({ name: "unchecked" })),
      act("bar-articles", "Articles", "a", () => this.open({ name: "articles" })),
      act("bar-help", "? Keys", "?", () => this.open({ name: "help" })));
    this.bar.querySelector("#bar-undo").setAttribute("aria-disabled", String(!undo));
    this.say(this.told?.words || "");
  }

  /** Put words where a screen reader will read them out. */
  say(words) {
    this.status.textContent = "";
    setTimeout(() => { this.status.textContent = words; }, 30);
  }

  tell(words, diff = "") {
    this.told = { words, diff };
    const focus = place(this);
    this.draw();
    if (focus.inside && !this.shadow.activeElement) this.shadow.getElementById(focus.inside)?.focus();
  }

  problem(words) {
    const box = this.shadow.getElementById("event-problem");
    if (box && this.dialog.open) {
      box.replaceChildren(h("p", { class: "warn" }, words));
      box.scrollIntoView({ block: "nearest" });
    } else this.tell(words);
  }

  /** The event that the keys are about: where the focus is, else the first in view. */
  here() { return this.pencils?.here() || null; }

  async open(view, values = null) {
    const opener = this.dialog.open ? this.opener : place(this);
    const made = await this.made(view);
    this.view = view;
    this.opener = opener;
    const title = view.name === "event" && view.base ? view.base.headline || "No headline" : TITLES[view.name];
    this.dialog.replaceChildren(h("div", { class: "frame" },
      h("div", { class: "head" }, h("h2", { id: "view-title", tabindex: "-1" }, title), h("button", { type: "button", id: "close", onclick: () => this.leave() }, "Close")), made));
    for (const [id, value] of Object.entries(values || {})) {
      const control = this.shadow.getElementById(id);
      if (!control || control[control.type === "checkbox" ? "checked" : "value"] === value) continue;
      control[control.type === "checkbox" ? "checked" : "value"] = value;
      control.dispatchEvent(new Event("input"));
    }
    this.first = JSON.stringify(values ? {} : this.values());
    if (!this.dialog.open) this.dialog.showModal();
    (this.shadow.getElementById(view.focus) || this.shadow.getElementById("set-date") || this.dialog.querySelector(".article [tabindex='0']")
      || this.shadow.getElementById("view-title")).focus({ preventScroll: view.name === "event" });
    const lit = this.dialog.querySelector(".lit");
    if (lit) lit.closest(".source, .view")?.scrollTo({ top: Math.max(0, lit.getBoundingClientRect().top - this.dialog.getBoundingClientRect().top - 160) });
    if (view.name === "event" && matchMedia("(max-width: 52rem)").matches) this.dialog.querySelector(".view").scrollTop = 0;
  }

  async made(view) {
    if (view.name === "event") return eventForm(this, view);
    if (view.name === "add") return addForm(this, view);
    if (view.name === "article") return this.reading(view);
    const drawn = { unchecked, articles, help }[view.name](this);
    return h("div", { class: "view" }, drawn.flat(3).filter(Boolean));
  }

  async reading(view) {
    const found = await ask(`article?id=${encodeURIComponent(view.id)}`);
    if (!found.ok) return h("div", { class: "view" }, h("p", { class: "warn" }, found.problem));
    const choose = (sentence, element) => this.chosen(view, sentence, element);
    const lit = view.at === undefined ? null : [view.at, view.at + 1];
    const body = article(found, { lit, choose, headlines: this.headlines() });
    const add = h("button", { type: "button", id: "add-selected", hidden: true, class: "main chosen", onclick: () => this.open({ name: "add", article: view.id, ...this.words }) },
      "Add an event from the selected words");
    document.addEventListener("selectionchange", () => {
      const words = body.isConnected && chosenWords(body);
      if (words) this.words = words;
      add.hidden = !words;
    });
    return h("div", { class: "view" }, h("h3", {}, found.name), h("p", { class: "hint" }, [found.publisher, found.published || "date not known", found.id].filter(Boolean).join(" · ")),
      legend(), h("p", { class: "hint roomy" }, "Tap a sentence (or go there by arrow keys and press Enter) to edit or add an event; or select words."), body, add);
  }

  /** A sentence of an article was chosen: offer its events, and to add one. */
  chosen(view, sentence, element) {
    const add = () => this.open({ name: "add", article: view.id, start: sentence.start, end: sentence.end, text: sentence.text, time: sentence.time });
    if (!sentence.events.length) { add(); return; }
    this.shadow.getElementById("choice")?.remove();
    const acts = sentence.events.map((id, number) => h("button", { type: "button", id: `choice-${number}`, onclick: () => this.open({ name: "event", id }) }, `✎ Edit: ${sentence.names[number]}`));
    const box = h("span", { class: "choice", id: "choice" }, acts, h("button", { type: "button", id: "choice-add", onclick: add }, "+ Add another event from this sentence"));
    box.addEventListener("keydown", (key) => {
      if (key.key === "Escape") { key.stopPropagation(); key.preventDefault(); box.remove(); element.focus(); }
    });
    element.after(box);
    box.querySelector("button").focus();
  }

  values() {
    const found = {};
    for (const each of this.dialog.querySelectorAll("input[id], select[id], textarea[id]")) found[each.id] = each.type === "checkbox" ? each.checked : each.value;
    return found;
  }

  /** Close, unless something was typed and not saved: then a second time. */
  leave() {
    if (["event", "add"].includes(this.view?.name) && JSON.stringify(this.values()) !== this.first && !this.warned) {
      this.warned = true;
      this.problem("Not saved yet. Close once more to drop what you typed.");
      return;
    }
    this.close();
  }

  close() {
    this.warned = false;
    this.view = null;
    this.dialog.close();
    this.dialog.replaceChildren();
    replace(this, { focus: this.opener });
  }

  /** Save an act. On 409 both versions are shown, and nothing is lost of either. */
  async save(body, { view = null, next = false, form = null } = {}) {
    if (this.saving) return;
    this.saving = true;
    this.pending = view;
    form?.setAttribute("aria-busy", "true");
    const found = await save(body);
    this.saving = false;
    if (found.code) this.pending = null;
    form?.removeAttribute("aria-busy");
    if (found.code === 409 && found.yours) { this.conflict(found, view); return; }
    if (!found.ok) { this.problem(found.problem); return; }
    const from = body.events?.[0]?.id || this.here()?.id;
    if (body.set?.checked && this.event(from)) this.event(from).checked = true;
    this.overview.undo = Array(found.undo).fill("");
    if (this.dialog.open && this.view === view && view) this.close();
    this.tell(`${found.told.join(" · ")}. Saved as ${found.path}.`, found.diff);
    if (body.action === "add" && found.event) this.arriving = found.event;
    if (body.action === "hide") this.next(1, from);
    this.pencils.refresh();
    if (next) this.next(1, from);
  }

  conflict(found, view) {
    const again = () => {
      if (view?.base) view.base = { ...found.now, ok: true };
      this.save(renewed(found.yours, found.now), { view });
    };
    const box = versions(found, again, () => { this.warned = true; if (this.dialog.open) this.close(); this.refresh().then(() => this.draw()); });
    const place = this.shadow.getElementById("event-problem");
    if (place && this.dialog.open) place.replaceChildren(box);
    else {
      this.told = { words: found.problem };
      this.draw();
      this.shadow.getElementById("told").append(box);
    }
    box.querySelector("button").focus();
  }

  async check(id) {
    const event = this.event(id);
    if (!event) { this.tell("There is no event here to check."); return; }
    if (event.checked && !event.review.length) { this.tell(`Already checked: ${event.headline}`); return; }
    await this.save({ action: "edit", events: [{ id, revision: event.revision }], set: { checked: true } }, {});
    if (this.view?.name === "unchecked" && this.dialog.open) {
      await this.refresh();
      this.open({ name: "unchecked", focus: this.dialog.querySelector(`#row-check-${CSS.escape(id)}`)?.closest("li").nextElementSibling?.querySelector("button:last-child")?.id });
    }
  }

  edit(act = "") {
    const event = this.here();
    if (event) this.open({ name: "event", id: event.id, act, focus: act ? "hide-reason" : "" });
    else this.tell("There is no event here to edit.");
  }

  async undo() {
    const found = await ask("undo", {});
    if (found.ok) {
      this.overview.undo = Array(found.undo).fill("");
      this.tell(`Taken back: ${found.path}.`, found.diff);
    } else this.tell(found.problem);
  }

  /** Go to the next event that is not checked: on this page, else on its own. */
  next(step, from = this.here()?.id) {
    const open = this.overview.events.filter((each) => each.shown && (!each.checked || each.review.length || each.id === from));
    const here = open.findIndex((each) => each.id === from);
    const found = open[here < 0 ? (step > 0 ? 0 : open.length - 1) : here + step] || open.find((each) => each.id !== from);
    if (!found || (found.checked && !found.review.length)) { this.tell("Nothing is left to check."); return; }
    if (!this.pencils.focus(found.id)) {
      keep({ focus: { event: found.id, act: "edit" }, told: this.told });
      this.going = true;
      location.href = `/event/${found.id}/`;
    }
  }

  setKeys(on) {
    this.keys = on;
    localStorage.setItem("dateline-keys", on ? "on" : "off");
    this.draw();
  }

  /** A key was pressed: in the page, or in the editor itself (*inside*). */
  pressed(key, inside) {
    if (key.type !== "keydown" || key.defaultPrevented || key.ctrlKey || key.metaKey || key.altKey || !this.keys || this.dialog.open || !this.pencils) return;
    const target = inside ? this.shadow.activeElement : key.target;
    if (target && /^(input|textarea|select)$/i.test(target.tagName) && !["checkbox", "radio"].includes(target.type)) return;
    const run = { n: () => this.next(1), N: () => this.next(-1), c: () => this.check(this.here()?.id), e: () => this.edit(), h: () => this.edit("hide"),
      t: () => { const event = this.here(); if (event) this.open({ name: "article", id: event.source }); }, u: () => this.undo(),
      l: () => this.open({ name: "unchecked" }), a: () => this.open({ name: "articles" }), "?": () => this.open({ name: "help" }) }[key.key];
    if (!run || !KEYS.some(([name]) => name === key.key)) return;
    key.preventDefault();
    run();
  }

  /** Keep what must outlive a reload. */
  remember() {
    history.replaceState({ ...history.state, datelineY: scrollY }, "");
    if (this.going) return;
    if (this.arriving && !this.dialog.open) { keep({ focus: { event: this.arriving, act: "edit" }, told: this.told }); return; }
    const view = this.view && this.dialog.open ? this.view : null;
    keep({ ...place(this), focus: place(this), opener: this.opener, view, values: view ? this.values() : null, told: this.told, saving: Boolean(view) && this.pending === view });
  }
}

new App().start();
