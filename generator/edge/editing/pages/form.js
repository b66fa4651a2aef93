// The form of one event, and the form of an event that is added: beside the article, the sentence highlighted.
import { added, additions } from "./additions.js";
import { ask } from "./api.js";
import { article, legend } from "./article.js";
import { field, h, quote } from "./dom.js";
import { more } from "./acts.js";

const STATUSES = ["happened", "ongoing", "planned", "expected"];
export const NAMES = { date: "Date", headline: "Headline", status: "Status", tags: "Tags", background: "Background", checked: "Checked",
  media: "Pictures and films", places: "Places", fields: "Fields", follows: "Follows", answers: "Answers" };

/** Draw the form of an event. *view* holds the event as it was when the form was opened (``base``). */
export async function eventForm(app, view) {
  if (!view.base) {
    const base = await ask(`event?id=${encodeURIComponent(view.id)}`);
    if (!base.ok) return [h("p", { class: "warn", role: "alert" }, base.problem)];
    view.base = base;
  }
  const base = view.base;
  const now = app.event(base.id);
  const quotes = [...base.quotes].sort((one, other) => other.gives - one.gives);
  const lead = quotes.find((each) => each.parts.join("")) || quotes[0];
  const form = h("form", { id: "event-form", novalidate: true, "aria-label": `Edit: ${base.headline || base.label}` },
    now && now.revision !== base.revision ? h("p", { class: "warn", role: "alert" }, "This event has changed since you opened it. Saving will show you both versions first.") : null,
    base.review.map((line) => h("p", { class: "warn" }, `Look again: ${line}`)),
    lead ? evidence(lead) : null,
    base.quotes.length > 1 ? h("details", { class: "more" }, h("summary", { id: "quotes-summary" }, `${base.quotes.length - 1} more quoted`),
      quotes.filter((each) => each !== lead).map((each, number) => evidence(each, () => show(each), number))) : null,
    fields(base, { said: base.said, article: lead?.source }),
    additions(app, base, view, lead?.source),
    tick("set-checked", "I have checked this against its source", base.checked),
    notes(base),
    h("div", { id: "event-problem", role: "alert" }),
    h("div", { class: "foot acts" },
      h("button", { class: "main", id: "save", type: "submit" }, "Save"),
      h("button", { id: "save-next", type: "button", onclick: () => saveNext() }, "Check, save, next"),
      h("button", { id: "cancel", type: "button", onclick: () => app.close() }, "Cancel")));
  const save = () => app.save(wish(form, base), { form, view });
  const saveNext = () => {
    form.querySelector("#set-checked").checked = true;
    app.save(wish(form, base), { form, view, next: true });
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  form.addEventListener("keydown", (key) => {
    if (key.key !== "Enter" || !(key.ctrlKey || key.metaKey)) return;
    key.preventDefault();
    (key.shiftKey ? saveNext : save)();
  });
  form.append(more(app, view));
  form.append(form.querySelector(".foot"));
  const beside = h("div", { class: "view two" }, h("section", { "aria-label": "Form" }, form), await source(app, lead));
  let shown = lead;
  const show = async (each) => {
    const made = await source(app, each);
    if (!made) return;
    shown = each;
    beside.querySelector(".source")?.remove();
    beside.append(made);
    const lit = made.querySelector(".lit");
    if (lit) made.scrollTop = lit.offsetTop - 120;
  };
  const cited = quotes.filter((each) => each.source);
  view.turn = () => cited.length > 1 && show(cited[(cited.indexOf(shown) + 1) % cited.length]);
  return beside;
}

/** Draw the form that adds an event: from words of an article, or from an address. */
export async function addForm(app, view) {
  const words = view.article !== undefined;
  const blank = { date: view.time || "", label: "", precision: "", headline: "", status: "", tags: [], background: false, notes: [] };
  const form = h("form", { id: "event-form", novalidate: true, "aria-label": "Add an event" },
    words ? h("blockquote", {}, h("q", {}, view.text)) : field("Address of the source", h("input", { id: "set-url", type: "url", value: view.url || "" }), "A web page that says so; it is shown as the evidence."),
    fields(blank, { said: "", article: view.article }),
    additions(app, blank, view, view.article),
    tick("set-checked", "I have checked this against its source", true),
    notes(blank),
    h("div", { id: "event-problem", role: "alert" }),
    h("div", { class: "foot acts" }, h("button", { class: "main", id: "save", type: "submit" }, "Add the event"),
      h("button", { id: "cancel", type: "button", onclick: () => app.close() }, "Cancel")));
  if (words) propose(form.querySelector("#set-headline"), view);
  const save = () => {
    const evidence = words ? { article: view.article, start: view.start, end: view.end } : { url: form.querySelector("#set-url").value.trim() };
    const asked = wish(form, blank, true);
    app.save({ ...asked, action: "add", events: undefined, evidence }, { form, view });
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  form.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && (key.ctrlKey || key.metaKey)) { key.preventDefault(); save(); }
  });
  return h("div", { class: words ? "view two" : "view" }, h("section", { "aria-label": "Form" }, form),
    words ? await source(app, { source: view.article, start: view.start, end: view.end }) : null);
}

/** What the form asks for: only what differs from what it was opened with. */
export function wish(form, base, all = false) {
  const value = (id) => form.querySelector(`#set-${id}`).value.trim();
  const tick = (id) => form.querySelector(`#set-${id}`).checked;
  const found = { date: value("date"), headline: value("headline"), status: value("status"), background: tick("background"), checked: tick("checked"),
    tags: value("tags").split(",").map((tag) => tag.trim()).filter(Boolean) };
  const set = {};
  for (const [name, now] of Object.entries(found)) {
    const same = name === "tags" ? now.join() === base.tags.join() : now === base[name];
    if (now !== "" && (all ? name !== "tags" || now.length : !same)) set[name] = now;
  }
  if (found.checked) set.checked = true;
  Object.assign(set, added(form, base));
  return { action: "edit", events: [{ id: base.id, revision: base.revision }], set, note: value("note"), correction: value("correction") || null };
}

function fields(base, { said, article: name }) {
  const date = h("input", { id: "set-date", autocomplete: "off", spellcheck: "false", value: base.date });
  const shown = h("output", { id: "set-date-about", class: "hint", for: "set-date" }, base.label ? told(base) : "");
  let timer = 0;
  date.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = date.value;
      const found = await ask("date", { text: typed, said, article: name });
      if (typed !== date.value) return;
      shown.className = found.ok ? "hint" : "warn";
      shown.replaceChildren(found.ok ? told(found) : found.problem);
    }, 120);
  });
  if (!base.label && base.date) date.dispatchEvent(new Event("input"));
  const options = (base.status ? STATUSES : ["", ...STATUSES]).map((each) => h("option", { value: each }, each || "by its date"));
  const status = h("select", { id: "set-status" }, options);
  status.value = base.status;
  return [
    field("Date", date, shown),
    h("p", { class: "hint" }, "Words (“8 December 2021”, “late March 2021”, “5 to 7 May 2021”, “about 1990”), or EDTF (2021-12, 2021-22 for summer, 2021-12-08~, [2021-12-08..2021-12-10], 2021-12-08/2021-12-10)."),
    field("Headline", h("input", { id: "set-headline", value: base.headline })),
    h("div", { class: "pair" }, field("Status", status), field("Tags (commas between)", h("input", { id: "set-tags", value: base.tags.join(", ") }))),
    tick("set-background", "Background: long before the story", base.background),
  ];
}

function told(found) {
  return h("span", {}, "Readers will see: ", h("b", {}, found.label), ` (${found.precision})`, found.words ? [" · ", h("code", {}, found.date)] : "");
}

function notes(base) {
  const note = h("textarea", { id: "set-note", rows: 3 });
  const preview = h("div", { class: "hint", id: "set-note-about" }, "Markdown. Shown with the event, signed and dated.");
  let timer = 0;
  note.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (!note.value.trim()) return;
      const found = await ask("note", { text: note.value });
      const drawn = h("div", {});
      drawn.innerHTML = found.html || ""; // sanitised by the server exactly as on the site
      preview.replaceChildren(found.problem ? h("p", { class: "warn" }, found.problem) : "Readers will see:", drawn);
    }, 250);
  });
  return [
    base.notes.map((each) => {
      const drawn = h("div", {});
      drawn.innerHTML = each.html; // likewise
      return h("blockquote", {}, drawn, h("p", { class: "cite" }, [each.correction ? "correction" : "note", each.by, each.at].filter(Boolean).join(", ")));
    }),
    field(base.notes.length ? "Another public note" : "Public note", note, preview),
    field("Public correction: what was wrong", h("input", { id: "set-correction" }), "Only if readers may have seen it. Counted at the top of the timeline and sent to the feeds."),
  ];
}

function tick(id, label, checked) {
  return h("div", { class: "tick" }, h("input", { type: "checkbox", id, checked }), h("label", { for: id }, label));
}

function evidence(each, show = null, number = 0) {
  const words = each.parts.join("") ? quote(each.parts) : h("span", {}, each.url);
  return h("blockquote", {}, words, h("p", { class: "cite" }, [each.publisher, each.name, each.published].filter(Boolean).join(" · "), ` — read as ${each.label} (${each.precision})`),
    show && each.source ? h("button", { type: "button", id: `show-${number}`, onclick: show }, "Show it in its article") : null);
}

async function source(app, lead) {
  if (!lead?.source) return null;
  const view = await ask(`article?id=${encodeURIComponent(lead.source)}`);
  if (!view.ok) return null;
  const section = h("section", { class: "source", tabindex: "0", "aria-label": `Source: ${view.name}` },
    h("p", {}, h("b", {}, view.name), " ", h("span", { class: "hint" }, [view.publisher, view.published || "date not known"].filter(Boolean).join(" · "))),
    h("p", {}, h("button", { type: "button", id: "read-all", onclick: () => app.open({ name: "article", id: view.id, at: lead.start }) }, "Read and add events")),
    legend(), article(view, { lit: [lead.start, lead.end], headlines: app.headlines() }));
  return section;
}

/** Put in the headline that the program would write for the chosen words; where it would write none, one is left to write. */
async function propose(control, { article: name, start, end }) {
  control.placeholder = "Looking for a headline …";
  const found = await ask("headline", { article: name, start, end });
  control.placeholder = found.headline ? "" : "No line can be made of these words: write one";
  if (!found.headline || control.value) return;
  control.value = found.headline;
  control.dispatchEvent(new Event("input"));
}
