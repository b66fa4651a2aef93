// Acts on an event that change which events there are: hide, merge, split.
import { field, h } from "./dom.js";

export function more(app, view) {
  const { base } = view;
  const box = h("details", { class: "more", id: "more", open: Boolean(view.act) }, h("summary", { id: "more-summary" }, "Hide, merge or split"),
    hide(app, view), merge(app, view), base.quotes.length > 1 ? split(app, view) : h("p", { class: "hint" }, "It rests on one quote, so there is nothing to split."));
  return box;
}

function events(base, ...others) {
  return [base, ...others].map(({ id, revision }) => ({ id, revision }));
}

function onEnter(act) {
  return (key) => {
    if (key.key !== "Enter") return;
    key.preventDefault();
    key.stopPropagation();
    act();
  };
}

function hide(app, view) {
  const reason = h("input", { id: "hide-reason", onkeydown: onEnter(() => act()) });
  const act = () => app.save({ action: "hide", events: events(view.base), reason: reason.value.trim() || null }, { view });
  return h("fieldset", {}, h("legend", {}, "Hide"), field("Reason, shown on the page that stays in its place", reason),
    h("button", { type: "button", id: "hide", onclick: act }, "Hide it from the timeline"));
}

function merge(app, view) {
  const order = app.overview.events.map((event) => event.id);
  const away = (event) => Math.abs(order.indexOf(event.id) - order.indexOf(view.base.id)); // in order of date: neighbours first
  const all = app.overview.events.filter((event) => event.id !== view.base.id).sort((one, other) => away(one) - away(other));
  const choice = h("select", { id: "merge-with", size: Math.min(6, Math.max(2, all.length)) });
  const fill = (wanted) => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    const fit = all.filter((event) => words.every((word) => `${event.label} ${event.headline}`.toLowerCase().includes(word)));
    choice.replaceChildren(...fit.map((event) => h("option", { value: event.id }, `${event.label}: ${event.headline}`)));
  };
  fill("");
  const find = h("input", { type: "search", id: "merge-find", oninput: () => fill(find.value), onkeydown: onEnter(() => choice.focus()) });
  const act = () => {
    const other = all.find((event) => event.id === choice.value);
    if (other) app.save({ action: "merge", events: events(view.base, other) }, { view });
    else app.problem("Choose the event to merge with first.");
  };
  choice.addEventListener("keydown", onEnter(act));
  return h("fieldset", {}, h("legend", {}, "Merge with…"), field("Find among the events", find),
    field("The same event", choice, "This one keeps its date and headline and takes the other's quotes; the other's page leads here."),
    h("button", { type: "button", id: "merge", onclick: act }, "Merge the two"));
}

function split(app, view) {
  const ticks = view.base.quotes.map((each, number) => h("div", { class: "tick" }, h("input", { type: "checkbox", id: `split-${number}`, value: String(number) }),
    h("label", { for: `split-${number}` }, `“${each.parts.join("") || each.url}” (${each.publisher || each.name}, ${each.label})`)));
  const act = () => {
    const quotes = ticks.map((tick) => tick.querySelector("input")).filter((tick) => tick.checked).map((tick) => Number(tick.value));
    if (quotes.length && quotes.length < ticks.length) app.save({ action: "split", events: events(view.base), quotes }, { view });
    else app.problem("Tick the quotes that tell of another event; one at least must stay.");
  };
  return h("fieldset", {}, h("legend", {}, "Split: these quotes tell of another event"), ticks, h("button", { type: "button", id: "split", onclick: act }, "Split them off"));
}
