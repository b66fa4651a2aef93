// The desk: the queue of what wants an editor, worked through by keys, each event beside its evidence. A save is acknowledged by the disk and
// then the next event is shown at once; what the new build says comes behind it.
import { answerOf, ask, hasToken, save } from "./api.js";
import { difference, renewed, versions } from "./conflict.js";
import { h } from "./dom.js";
import { eventForm } from "./form.js";
import { keep } from "./place.js";
import { alike, bulk, filters, NO_FILTER, queued, rows } from "./queue.js";

const KEYS = [["j, n", "next event"], ["k, N", "the event before"], ["c", "check it, and go on"], ["d", "its date"], ["e", "its headline"], ["t", "its tags"], ["p", "its pictures, places, fields"], ["h", "hide it (asks for a reason)"],
  ["m", "merge the likest into it"], ["s", "the next of its sources"], ["x", "tick it"], ["/", "find by words"], ["f", "what is shown"], ["b", "acts on several"], ["u", "undo"],
  ["Esc", "out of a field"], ["Ctrl+Enter", "in the form: save"], ["Ctrl+Shift+Enter", "in the form: check, save and go on"]];
const $ = (id) => document.getElementById(id);

class Desk {
  constructor() {
    this.overview = { events: [], articles: [], fields: [], pictures: [], undo: 0 };
    this.filter = { ...NO_FILTER, ...JSON.parse(sessionStorage.getItem("dateline-desk") || "{}") };
    this.ticked = new Set();
    this.at = "";
    addEventListener("keydown", (key) => this.pressed(key));
  }

  async start() {
    if (!await hasToken()) {
      $("work").append(h("p", { class: "view" }, "To edit here, open the address that the terminal shows, then come back."));
      return;
    }
    const late = await answerOf();
    await this.refresh();
    const [first] = this.list();
    if (first) await this.go(first.id);
    else this.tell("Nothing here wants an editor.");
    if (late) late.ok ? this.done(late) : this.tell(late.problem);
  }

  event(id) { return this.overview.events.find((each) => each.id === id); }
  headlines() { return new Map(this.overview.events.map((each) => [each.id, each.headline])); }
  list() { return queued(this.overview.events, this.filter); }

  /** Take what the newest build says, when it has been made. */
  async refresh() {
    const found = await ask("desk");
    if (!found.ok) { this.tell(found.problem); return; }
    this.overview = found;
    for (const id of this.ticked) if (!this.event(id)) this.ticked.delete(id);
    this.draw();
  }

  draw() {
    const { title, events, undo } = this.overview;
    const shown = events.filter((each) => each.shown);
    const done = shown.filter((each) => each.checked).length;
    const today = new Date().toDateString(); // the editor's own day
    const now = shown.filter((each) => each.checked && new Date(each.checked_at).toDateString() === today).length;
    const list = this.list();
    const focus = document.activeElement?.id;
    document.title = `Desk: ${title}`;
    $("top").replaceChildren(h("h1", {}, "Desk: ", h("a", { href: "/" }, title)),
      h("button", { type: "button", id: "show-queue", class: "only-narrow", onclick: () => document.body.toggleAttribute("data-queue") }, `Queue (${list.length})`),
      h("progress", { max: Math.max(1, shown.length), value: done, "aria-label": "Checked" }), h("p", { id: "count" }, `${done} of ${shown.length} checked, ${now} today`),
      h("button", { type: "button", id: "undo", "aria-disabled": String(!undo), onclick: () => this.undo() }, undo ? `Undo (${undo})` : "Undo"),
      h("a", { id: "log", href: "/-/edit/log.html" }, "Who changed what"), h("details", { id: "keys" }, h("summary", {}, "Keys"), h("table", {}, h("tbody", {}, KEYS.map(([key, told]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, told)))))));
    const scrolled = $("rows")?.scrollTop || 0;
    $("queue").replaceChildren(filters(this), bulk(this, list), rows(this, list));
    $("rows").scrollTop = scrolled;
    if (focus && $(focus) && $(focus) !== document.activeElement) $(focus).focus({ preventScroll: true });
    const words = $("filter-words");
    if (focus === "filter-words") words.setSelectionRange(words.value.length, words.value.length);
  }

  narrow(change) {
    Object.assign(this.filter, change);
    sessionStorage.setItem("dateline-desk", JSON.stringify(this.filter));
    this.draw();
  }

  tick(id, on) {
    this.ticked[on ? "add" : "delete"](id);
    this.draw();
  }

  tickAll(list) {
    this.ticked = new Set(list.map((event) => event.id));
    this.draw();
  }

  /** Show an event: its form, and the quote that gave its date and headline in its article. */
  async go(id) {
    const turn = (this.turn = (this.turn || 0) + 1);
    const view = { name: "event", id };
    const made = [await eventForm(this, view)].flat();
    if (turn !== this.turn) return;
    this.at = id;
    this.view = view;
    document.body.removeAttribute("data-queue");
    const event = this.event(id);
    $("work").replaceChildren(h("h2", { id: "now", tabindex: "-1" }, event?.name || "Gone"), ...[event && alike(this, event)].filter(Boolean), ...made);
    this.form = $("event-form");
    this.draw();
    $("now").focus({ preventScroll: true });
    $(`row-${id}`)?.scrollIntoView({ block: "nearest" });
    const lit = $("work").querySelector(".lit");
    if (lit) lit.closest(".source")?.scrollTo({ top: lit.offsetTop - 120 });
  }

  /** Go on in the queue from where an event stood. */
  async step(by, from = this.at, list = this.list()) {
    const here = list.findIndex((event) => event.id === from);
    const to = here < 0 ? list[Math.min(this.row || 0, list.length - 1)] : list[here + by];
    if (to) await this.go(to.id);
    else this.tell(list.length ? "This is the end of the queue." : "Nothing more here wants an editor.");
  }

  close() { $("now")?.focus(); }
  open(view) {
    keep({ path: "/", view, focus: {} });
    location.href = "/";
  }

  tell(words, diff = "") {
    $("foot").replaceChildren(h("p", { role: "status", id: "status" }), diff ? h("details", {}, h("summary", {}, "What was written"), difference(diff)) : "");
    setTimeout(() => { $("status").textContent = words; }, 30);
  }

  problem(words) {
    const box = $("event-problem");
    if (!box) { this.tell(words); return; }
    box.replaceChildren(h("p", { class: "warn" }, words));
    box.scrollIntoView({ block: "nearest" });
  }

  /** Save one act; the event leaves the queue, and the next one is shown. */
  async save(body, { view = null, form = null } = {}) {
    if (this.saving) return;
    this.saving = true;
    form?.setAttribute("aria-busy", "true");
    const before = this.list();
    this.row = Math.max(0, before.findIndex((event) => event.id === this.at));
    const found = await save(body);
    this.saving = false;
    form?.removeAttribute("aria-busy");
    if (found.code === 409 && found.yours) { this.conflict(found, view); return; }
    if (!found.ok) { this.problem(found.problem); return; }
    const leaves = body.action !== "edit" || body.set?.checked;
    this.expect(body);
    if (!leaves) { // the form is drawn anew before it is said to be saved, so that nothing is typed into the old one
      await this.refresh();
      await this.go(found.event || this.at);
      this.done(found);
      return;
    }
    this.done(found);
    const still = new Set([this.at, ...this.list().map((event) => event.id)]);
    await this.step(1, this.at, before.filter((event) => still.has(event.id)));
    this.refresh();
  }

  /** Save several acts, which are undone as one. */
  async several(acts, label) {
    const made = acts.filter(Boolean);
    if (!made.length) { this.tell("Say which tag first; to take one off, one that they have."); $("bulk-words")?.focus(); return; }
    const found = await save({ acts: made });
    if (!found.ok) { this.tell(found.problem); return; }
    this.done(found, `${label}: ${found.count} saved.`);
    this.ticked.clear();
    for (const act of made) this.expect(act);
    this.draw();
    await this.refresh();
    if (!this.list().some((event) => event.id === this.at)) await this.step(1);
  }

  revised({ id, revision }) { return { id, revision }; }

  done(found, words = "") {
    this.overview.undo = found.undo;
    this.tell(`${words || found.told.join(" · ")} (${found.path})`, found.diff);
  }

  /** Show at once what a save will come to; the next build says it for certain. */
  expect(body) {
    const [first, ...others] = body.events || [];
    const event = first && this.event(first.id);
    if (!event) return;
    if (body.set?.checked) Object.assign(event, { checked: true, reasons: [], checked_at: new Date().toISOString() });
    const gone = body.action === "hide" ? [first.id] : body.action === "merge" ? others.map((each) => each.id) : [];
    this.overview.events = this.overview.events.filter((each) => !gone.includes(each.id));
    for (const id of gone) this.ticked.delete(id);
  }

  conflict(found, view) {
    const again = () => {
      if (view?.base) view.base = { ...found.now, ok: true };
      this.save(renewed(found.yours, found.now), { view });
    };
    const box = versions(found, again, async () => { await this.refresh(); await this.go(this.at); });
    $("event-problem")?.replaceChildren(box);
    box.querySelector("button").focus();
  }

  check() {
    const event = this.event(this.at);
    if (!event) return;
    if (event.checked && !event.reasons.length) { this.tell("This is checked already."); return; }
    this.save({ action: "edit", events: [this.revised(event)], set: { checked: true } });
  }

  merge(event, other) {
    this.save({ action: "merge", events: [this.revised(event), this.revised(other)] });
  }

  async undo() {
    const { turn } = this;
    const found = await ask("undo", {});
    if (!found.ok) { this.tell(found.problem); return; }
    this.done(found, `Taken back: ${found.count > 1 ? `${found.count} acts` : found.told.join(" · ")}`);
    await this.refresh();
    if (turn === this.turn && found.event && this.event(found.event)) await this.go(found.event); // unless one has gone on meanwhile
  }

  pressed(key) {
    const target = key.target;
    const typing = /^(input|textarea|select)$/i.test(target.tagName) && target.type !== "checkbox";
    if (key.key === "Escape" && typing) { ($("now") || document.body).focus(); return; }
    if (key.defaultPrevented || key.ctrlKey || key.metaKey || key.altKey || typing) return;
    const into = (id) => () => { if (id === "hide-reason") $("more").open = true; $(id)?.focus(); $(id)?.select?.(); };
    const run = { j: () => this.step(1), n: () => this.step(1), k: () => this.step(-1), N: () => this.step(-1), c: () => this.check(), d: into("set-date"), e: into("set-headline"), t: into("set-tags"),
      p: () => { $("additions").open = true; $("additions").querySelector("input, select, button").focus(); },
      h: into("hide-reason"), m: () => $("merge-0")?.click(), s: () => this.view?.turn?.(), x: () => this.tick(this.at, !this.ticked.has(this.at)), "/": into("filter-words"),
      f: into("filter-want"), b: () => $("bulk")?.querySelector("button")?.focus(), u: () => this.undo(), "?": () => $("keys").toggleAttribute("open") }[key.key];
    if (!run) return;
    key.preventDefault();
    run();
  }
}

new Desk().start();
