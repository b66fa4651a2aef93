// The lists of the editor: what is still unchecked, the articles, the keys.
import { h } from "./dom.js";

export const KEYS = [
  ["n", "next unchecked event"], ["N", "the unchecked event before"], ["c", "check this event"], ["e", "edit this event"],
  ["h", "hide this event (asks for a reason)"], ["t", "read its article in full"], ["u", "undo the last save of this sitting"],
  ["l", "list of what is still unchecked"], ["a", "list of articles"], ["?", "these keys"],
  ["Ctrl+Enter", "in a form: save"], ["Ctrl+Shift+Enter", "in a form: check, save and go to the next unchecked"], ["Esc", "close"],
];

export function unchecked(app) {
  const { events, edits } = app.overview;
  const open = events.filter((event) => event.shown && (!event.checked || event.review.length));
  const below = events.filter((event) => !event.shown && !event.checked).length;
  const rows = open.map((event) => h("li", { class: "row" },
    h("div", {}, h("b", {}, event.label), " ", h("span", {}, event.headline || "No headline"), event.review.map((line) => h("p", { class: "warn" }, `Look again: ${line}`))),
    h("div", { class: "acts" },
      h("button", { type: "button", id: `row-edit-${event.id}`, "aria-label": `Edit: ${event.headline || event.label}`, onclick: () => app.open({ name: "event", id: event.id }) }, "✎ Edit"),
      h("button", { type: "button", id: `row-check-${event.id}`, "aria-label": `Check: ${event.headline || event.label}`, onclick: () => app.check(event.id) }, "✓ Check"))));
  return [
    h("p", {}, open.length ? `${open.length} of ${events.filter((event) => event.shown).length} events want a look.` : "Everything that is shown has been checked."),
    below ? h("p", { class: "hint" }, `${below} more are of less weight and are left off the timeline.`) : null,
    h("ol", { class: "rows" }, rows),
    edits.length ? [h("h3", {}, "Edits that want a look"), h("ul", {}, edits.map((each) => h("li", {}, h("code", {}, each.where), ` ${each.message} `,
      h("span", { class: "hint" }, `[${each.code}] ${each.hint}`))))] : null,
  ];
}

export function articles(app) {
  return [
    h("p", {}, "Every article in full, with what the program saw in it. Choose a sentence there to add an event."),
    h("ol", { class: "rows" }, app.overview.articles.map((each) => h("li", { class: "row" },
      h("div", {}, h("b", {}, each.name), " ", h("span", { class: "hint" }, [each.publisher, each.published || "date not known", `${each.events} quotes in events`].filter(Boolean).join(" · "))),
      h("div", { class: "acts" }, h("button", { type: "button", id: `row-read-${each.id}`, "aria-label": `Read: ${each.name}`,
        onclick: () => app.open({ name: "article", id: each.id }) }, "Read"))))),
    h("p", {}, h("button", { type: "button", id: "add-by-address", onclick: () => app.open({ name: "add", url: "" }) }, "Add an event from a web address")),
  ];
}

export function help(app) {
  const keys = h("input", { type: "checkbox", id: "keys-on", checked: app.keys, onchange: ({ target }) => app.setKeys(target.checked) });
  return [
    h("table", {}, h("caption", {}, "Keys"), h("tbody", {}, KEYS.map(([key, told]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, told))))),
    h("p", {}, h("a", { href: "/-/edit/log.html" }, "Who changed what")),
    h("p", { class: "tick" }, keys, h("label", { for: "keys-on" }, "Keys of a single letter are on")),
    h("p", {}, "“This event” is the one in which the focus is, else the first one in view. Each save writes one new file into the folder of edits; commits are yours to make."),
  ];
}
