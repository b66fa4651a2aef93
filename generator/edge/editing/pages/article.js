// An article in full: every time expression, every sentence that an event rests on, every sentence that has a time and no event.
import { h, points } from "./dom.js";

const ISO = /^[[\d-][\dX\-./~?%[\]T:Z+]*$/;

/** Draw an article. *lit* [start, end] is highlighted; with *choose*, sentences can be walked through and chosen. */
export function article(view, { lit = null, choose = null, headlines = new Map() } = {}) {
  const body = h("div", { class: "article", lang: view.language });
  for (const block of view.blocks) {
    const shape = block.heading ? "h3" : "p";
    const made = h(shape, { class: block.story ? "story" : "aside", title: block.story ? null : `not read as news (${block.kind})` });
    for (const sentence of block.sentences) made.append(drawn(sentence, lit, choose, headlines), " ");
    body.append(made);
  }
  if (choose) walk(body, choose);
  return body;
}

export function legend() {
  return h("p", { class: "legend" }, h("span", { class: "time" }, "time expression"), " ",
    h("span", { class: "event" }, "an event rests on it"), h("span", { class: "badge" }, "● event"), " ",
    h("span", { class: "badge" }, "○ a time, no event"), " ", h("span", { class: "aside" }, "not read as news"));
}

function drawn(sentence, lit, choose, headlines) {
  const isLit = lit && sentence.start < lit[1] && lit[0] < sentence.end;
  const names = sentence.events.map((id) => headlines.get(id) || id);
  const made = h("span", { class: `sentence${isLit ? " lit" : ""}`, "data-start": sentence.start, "data-end": sentence.end });
  for (const part of sentence.parts) {
    const kinds = [part.time && "time", part.events && "event"].filter(Boolean).join(" ");
    made.append(h("span", { class: kinds || null, "data-at": part.at, title: part.time ? `read as ${part.time}` : null }, part.text));
  }
  if (choose && sentence.number) {
    made.setAttribute("role", "button");
    made.tabIndex = -1;
    const told = names.length ? `event: ${names.join("; ")}` : sentence.times ? "a time, but no event" : "no event";
    made.setAttribute("aria-description", told);
    made.sentence = { ...sentence, names, time: sentence.parts.map((part) => part.time).find((time) => time && ISO.test(time)) || "",
      text: sentence.parts.map((part) => part.text).join("") };
  }
  const badge = names.length ? `● ${names.length > 1 ? `${names.length} events` : "event"}` : sentence.times ? "○ no event" : "";
  if (!badge) return made;
  return h("span", {}, made, h("span", { class: "badge", "aria-hidden": "true", title: names.join("\n") || null }, badge));
}

/** One sentence can be reached by Tab, the others from it by arrow keys; Enter or a click chooses. */
function walk(body, choose) {
  const all = [...body.querySelectorAll("[role=button]")];
  if (!all.length) return;
  const turn = (to) => {
    for (const each of all) each.tabIndex = each === to ? 0 : -1;
  };
  turn(body.querySelector(".lit[role=button]") || all[0]);
  body.addEventListener("focusin", ({ target }) => all.includes(target) && turn(target));
  body.addEventListener("keydown", (key) => {
    const here = all.indexOf(key.target);
    if (here < 0 || key.ctrlKey || key.metaKey || key.altKey) return;
    const to = { ArrowDown: here + 1, ArrowRight: here + 1, j: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, k: here - 1, Home: 0,
      End: all.length - 1 }[key.key];
    if (to !== undefined) {
      key.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, to))].focus();
    } else if (key.key === "Enter" || key.key === " ") {
      key.preventDefault();
      choose(all[here].sentence, all[here]);
    }
  });
  body.addEventListener("click", ({ target }) => {
    const one = target.closest("[role=button]");
    if (one && all.includes(one) && !chosenWords(body)) choose(one.sentence, one);
  });
}

/** What is selected in an article: code point offsets of its text, and the words; null when nothing is. */
export function chosenWords(body) {
  const root = body.getRootNode();
  const selection = root.getSelection ? root.getSelection() : document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
  const text = range.toString().replace(/[●○] (\d+ )?(no )?events?/g, "");
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end || !text.trim() ? null : { start, end, text: text.trim() };
}

function place(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!piece) return null;
  return Number(piece.dataset.at) + (node.nodeType === Node.TEXT_NODE ? points(node.data.slice(0, offset)) : offset ? points(piece.textContent) : 0);
}
