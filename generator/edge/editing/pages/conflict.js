// Two versions of one event, side by side: what is about to be saved, and what someone has saved meanwhile.
import { h } from "./dom.js";
import { NAMES } from "./form.js";

/** Draw both versions. *again* saves what was asked for over it, *leave* keeps what is there. */
export function versions({ yours, now, hand }, again, leave) {
  const rows = Object.entries(yours.set || {}).map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, NAMES[name] || name), h("td", {}, String(value)),
    h("td", {}, now ? String(now[name]) : "—")));
  for (const [name, label] of [["note", "Note"], ["correction", "Correction"], ["reason", "Reason"]]) {
    if (yours[name]) rows.push(h("tr", {}, h("th", { scope: "row" }, label), h("td", {}, yours[name]), h("td", {}, name === "note" && now ? now.notes.map((note) => note.html.replace(/<[^>]*>/g, "")).join(" · ") : "")));
  }
  const said = now ? `${hand ? `Saved by ${hand}` : "Someone has saved this event"} since you opened it. Nothing of yours has been written yet.` : "This event is no longer on the timeline.";
  return h("div", { class: "conflict" }, h("p", {}, said),
    h("table", {}, h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col" }, "Yours"), h("th", { scope: "col" }, "There now"))), h("tbody", {}, rows)),
    h("div", { class: "acts" }, now ? h("button", { type: "button", id: "conflict-mine", onclick: again }, "Save mine over it") : null,
      h("button", { type: "button", id: "conflict-theirs", onclick: leave }, "Keep what is there")));
}

/** The same request for the event as it is now. */
export function renewed(yours, now) {
  return { ...yours, events: yours.events.map((each) => (each.id === now.id ? { id: now.id, revision: now.revision } : each)) };
}

/** A difference between files, line by line. */
export function difference(text) {
  return h("pre", { tabindex: "0", "aria-label": "What was written, as a difference" }, text.split("\n").map((line) =>
    h("span", { class: line.startsWith("+") ? "plus" : line.startsWith("-") ? "minus" : null }, `${line}\n`)));
}
