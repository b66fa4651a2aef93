// The buttons beside each event, wherever a theme has put it: an element with the event's id, a heading that links to its page, its own page.
import { h } from "./dom.js";

const PAGE = /\/event\/(?:[\w-]+-)?(e-\w+)\/(?:index\.html)?$/; // the id stands behind the address's words

export class Pencils {
  constructor(app, events) {
    this.app = app;
    document.querySelectorAll(".dateline-tools").forEach((each) => each.remove());
    this.places = new Map();
    const links = new Map();
    for (const link of document.querySelectorAll(":is(h1, h2, h3, h4) a[href]")) {
      const found = link.origin === location.origin && PAGE.exec(link.pathname);
      if (found && !links.has(found[1])) links.set(found[1], link.closest("h1, h2, h3, h4"));
    }
    const own = PAGE.exec(location.pathname)?.[1];
    for (const event of events) {
      const box = document.getElementById(event.id);
      const heading = box?.querySelector("h1, h2, h3, h4") || links.get(event.id) || (event.id === own ? document.querySelector("main h1, h1") : null);
      if (heading && !heading.closest("nav")) this.places.set(event.id, { box: box || heading.parentElement, tools: this.tools(event, heading) });
    }
  }

  tools(event, heading) {
    const edit = h("button", { type: "button", "data-event": event.id, "data-act": "edit", "aria-label": `Edit: ${nameOf(event)}`,
      onclick: () => this.app.open({ name: "event", id: event.id }) }, "✎ Edit");
    const check = h("button", { type: "button", "data-event": event.id, "data-act": "check", onclick: () => this.app.check(event.id) });
    const made = h("p", { class: "dateline-tools" }, edit, check);
    this.mark(event, check);
    heading.after(made);
    return made;
  }

  mark(event, check) {
    const again = event.checked && !event.review.length;
    check.textContent = again ? "✓ Checked" : "✓ Check";
    check.setAttribute("aria-label", `${again ? "Checked" : "Check"}: ${nameOf(event)}`);
    check.toggleAttribute("data-checked", again);
  }

  refresh() {
    for (const [id, { tools }] of this.places) {
      const event = this.app.event(id);
      if (event) this.mark(event, tools.querySelector("[data-act=check]"));
    }
  }

  focus(id, act = "edit") {
    const found = this.places.get(id);
    if (!found) return false;
    reveal(found.box);
    found.tools.querySelector(`[data-act=${act}]`).focus({ preventScroll: true });
    found.box.scrollIntoView({ block: "start" });
    return true;
  }

  /** The event in which the focus is; else the one that was last; else the first in view. */
  here() {
    for (const [id, { box, tools }] of this.places) if (box.contains(document.activeElement) || tools.contains(document.activeElement)) { this.last = id; return this.app.event(id); }
    if (this.last && inView(this.places.get(this.last)?.box)) return this.app.event(this.last);
    for (const [id, { box }] of this.places) if (inView(box)) return this.app.event(id);
    return this.app.event([...this.places.keys()][0]) || null;
  }
}

/** Open what is folded round an event: nothing in it can have the focus else. */
export function reveal(box) {
  for (let each = box.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
}

/** Nobody may have put it in a headline yet: then it goes by its date. */
function nameOf(event) {
  return event.headline || `no headline, ${event.label}`;
}

function inView(box) {
  if (!box) return false;
  const { top, bottom } = box.getBoundingClientRect();
  return bottom > 40 && top < innerHeight - 120;
}
