// Where the reader is: what has the focus, which event stands where in the window. Kept for this tab over a reload.
import { reveal } from "./pencils.js";

const KEY = "dateline-place";
const FRESH = 15_000; // milliseconds; what is older was left, not reloaded

export function keep(values) {
  sessionStorage.setItem(KEY, JSON.stringify({ ...values, path: values.path || location.pathname, at: Date.now() }));
}

export function kept() {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const held = text ? JSON.parse(text) : null;
  if (!held || Date.now() - held.at > FRESH) return null;
  const same = held.path === location.pathname;
  const going = held.focus?.event && !held.anchor;
  return same || going ? held : { told: held.told };
}

/** Describe where the reader is. */
export function place(app) {
  const active = document.activeElement;
  const found = { y: scrollY };
  const seen = [...(app.pencils?.places || [])].map(([id, { box }]) => ({ id, box, ...span(box) })).filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
  const anchor = seen.find(({ box }) => box.contains(active)) || seen.find(({ id }) => id === app.pencils.last) || seen[0];
  if (anchor) {
    const button = anchor.box.contains(active) && active.closest(".dateline-tools");
    Object.assign(found, { anchor: anchor.id, top: button ? span(button).top : anchor.top, byButton: Boolean(button) });
  }
  if (active === app.host) found.inside = app.shadow.activeElement?.id;
  else if (active?.dataset?.event) { found.event = active.dataset.event; found.act = active.dataset.act; }
  else if (active?.id) found.id = active.id;
  else if (active?.matches?.("a[href]")) found.href = active.getAttribute("href");
  const view = app.dialog.querySelector(".view");
  if (view) found.views = [view, ...view.children].map((each) => each.scrollTop);
  return found;
}

function span(box) {
  const { top, bottom } = box.getBoundingClientRect();
  return { top, bottom };
}

/** Go back to where the reader was. */
export function replace(app, held) {
  const { focus = {} } = held;
  if (focus?.anchor) {
    const held = app.pencils?.places.get(focus.anchor);
    const box = focus.byButton ? held?.tools : held?.box;
    if (box) reveal(held.box);
    if (box) scrollBy({ top: box.getBoundingClientRect().top - focus.top, behavior: "instant" });
    else scrollTo({ top: focus.y, behavior: "instant" });
  } else if (focus?.y !== undefined) scrollTo({ top: focus.y, behavior: "instant" });
  if (held.opener) app.opener = held.opener;
  const still = { preventScroll: true };
  if (app.dialog.open) {
    app.shadow.getElementById(focus?.inside)?.focus(still);
    const view = app.dialog.querySelector(".view");
    if (view && focus?.views) [view, ...view.children].forEach((each, number) => { each.scrollTop = focus.views[number] || 0; });
    return;
  }
  if (focus?.event && app.pencils?.places.has(focus.event)) {
    if (focus.anchor) app.pencils.places.get(focus.event).tools.querySelector(`[data-act=${focus.act}]`)?.focus(still);
    else app.pencils.focus(focus.event, focus.act);
  } else if (focus?.inside) app.shadow.getElementById(focus.inside)?.focus(still);
  else if (focus?.id) document.getElementById(focus.id)?.focus(still);
  else if (focus?.href) document.querySelector(`a[href="${CSS.escape(focus.href)}"]`)?.focus(still);
}
