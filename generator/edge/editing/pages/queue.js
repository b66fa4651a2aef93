// The queue of the desk: which events want what, filters, and acts on several at once.
import { h } from "./dom.js";
import { mark } from "./marks.js";

const WANTS = { headline: "needs a headline", lapsed: "look again", disagree: "sources disagree", guessed: "date is inferred", overdue: "plan whose day has passed", unchecked: "not checked" };
const byRank = (one, other) => one.rank - other.rank;
const byWeight = (one, other) => one.weight - other.weight;
const CHOICES = {
  all: ["all that wants an editor", (event) => event.shown && event.reasons.length, byRank],
  ...Object.fromEntries(Object.entries(WANTS).map(([name, told]) => [name, [told, (event) => event.shown && event.reasons.includes(name), byRank]])),
  alike: ["may be told twice", (event) => event.shown && event.like.length, byRank],
  cut: ["what may be cut, least weight first", (event) => event.shown && !event.checked, byWeight],
  checked: ["checked", (event) => event.checked, byRank],
  off: ["left off the timeline", (event) => !event.shown && !event.checked, byRank],
};

export const NO_FILTER = { want: "all", article: "", tag: "", words: "" };

/** The events that a filter lets through, in the order of the queue. */
export function queued(events, filter) {
  const [, fits, order] = CHOICES[filter.want] || CHOICES.all;
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return events.filter((event) => fits(event) && (!filter.article || event.sources.includes(filter.article)) && (!filter.tag || event.tags.includes(filter.tag))
    && words.every((word) => `${event.label} ${event.headline}`.toLowerCase().includes(word))).sort(order);
}

/** What is wanted of an event, in words. */
export function wants(event) {
  return event.reasons.length ? WANTS[event.reasons[0]] : event.checked ? "checked" : "";
}

/** Draw the filters: what is wanted (with how many events want it), the article, the tag, words. */
export function filters(desk) {
  const { events, articles } = desk.overview;
  const rest = { ...desk.filter, want: "all" };
  const wanted = Object.entries(CHOICES).map(([name, [told]]) => [name, `${told} (${queued(events, { ...rest, want: name }).length})`]);
  const tags = [...new Set(events.flatMap((event) => event.tags))].sort();
  const select = (id, label, pairs, wide) => {
    const made = h("select", { id: `filter-${id}`, onchange: () => desk.narrow({ [id]: made.value }) }, pairs.map(([value, told]) => h("option", { value }, told)));
    made.value = desk.filter[id];
    return h("div", { class: wide ? "whole" : null }, h("label", { for: made.id }, label), made);
  };
  const words = h("input", { type: "search", id: "filter-words", value: desk.filter.words, oninput: () => desk.narrow({ words: words.value }, true) });
  return h("div", { id: "filters" },
    select("want", "Show", wanted, true),
    select("article", "Article", [["", "every article"], ...articles.map((each) => [each.id, each.name])], !tags.length),
    tags.length ? select("tag", "Tag", [["", "every tag"], ...tags.map((tag) => [tag, tag])]) : null,
    h("div", { class: "whole" }, h("label", { for: "filter-words" }, "Words"), words));
}

function named({ id, revision }, act) {
  return act && { ...act, events: [{ id, revision }] };
}

/** Draw the acts on several events: those that are ticked, else all of the article that is filtered by. */
export function bulk(desk, list) {
  const ticked = list.filter((event) => desk.ticked.has(event.id));
  const whole = !ticked.length && desk.filter.article;
  const chosen = ticked.length ? ticked : whole ? list : [];
  const many = chosen.length;
  const box = h("div", { id: "bulk", role: "group", "aria-label": "Acts on several events" });
  if (!many) {
    box.append(h("span", { class: "hint" }, `${list.length} ${list.length === 1 ? "event" : "events"}. `), h("button", { type: "button", id: "tick-all", onclick: () => desk.tickAll(list) }, "Tick all"));
    return box;
  }
  const of = whole ? `all ${many} of this article` : `the ${many} ticked`;
  const words = h("input", { id: "bulk-words", "aria-label": "Reason or tag", placeholder: "reason or tag" });
  const act = (id, label, made) => h("button", { type: "button", id, onclick: () => desk.several(chosen.map((event) => named(event, made(event, words.value.trim()))), label) }, label);
  box.append(
    act("bulk-check", `Check ${of}`, () => ({ action: "edit", set: { checked: true } })), words,
    act("bulk-hide", whole ? "Hide this source" : "Hide them", (_event, reason) => ({ action: "hide", reason: reason || null })),
    act("bulk-tag", "Add the tag", (event, tag) => (tag ? { action: "edit", set: { tags: [...event.tags, tag] } } : null)),
    act("bulk-untag", "Take the tag off", (event, tag) => (event.tags.includes(tag) ? { action: "edit", set: { tags: event.tags.filter((each) => each !== tag) } } : null)),
    ticked.length ? h("button", { type: "button", id: "tick-none", onclick: () => desk.tickAll([]) }, "Untick") : "");
  return box;
}

/** Draw the rows of the queue. */
export function rows(desk, list) {
  return h("ol", { id: "rows" }, list.map((event) => h("li", { "data-now": event.id === desk.at },
    h("input", { type: "checkbox", id: `tick-${event.id}`, checked: desk.ticked.has(event.id), "aria-label": `Tick: ${event.name}`, onchange: ({ target }) => desk.tick(event.id, target.checked) }),
    h("button", { type: "button", id: `row-${event.id}`, "aria-current": event.id === desk.at ? "true" : null, onclick: () => desk.go(event.id) },
      h("small", {}, event.label, " · ", h("span", { class: event.reasons.length ? "want" : "done" }, wants(event)),
        event.checked && event.checked_by ? [" ", mark(event.checked_by, desk.overview.editors || [])] : null), event.headline || h("i", {}, event.name)))));
}

/** Draw what may be the same event, each with one button to merge it into this one. */
export function alike(desk, event) {
  const others = event.like.map((id) => desk.event(id)).filter(Boolean);
  if (!others.length) return null;
  return h("div", { id: "alike", class: "hint" }, "On the same day, in like words: ", others.map((other, number) =>
    h("div", { class: "acts" }, h("span", {}, other.name), h("button", { type: "button", id: `merge-${number}`, onclick: () => desk.merge(event, other) }, number ? "Merge" : "Merge (m)"))));
}
