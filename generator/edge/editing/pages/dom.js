// Elements from words: h("p", { class: "x", onclick: f }, "text", child). Text is always text, never markup.
export function h(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A labelled field: label, control, and what is said about it. */
export function field(label, control, hint = null) {
  const parts = [h("label", { for: control.id }, label), control];
  if (hint) {
    const about = typeof hint === "string" ? h("p", { class: "hint" }, hint) : hint;
    about.id ||= `${control.id}-about`;
    control.setAttribute("aria-describedby", about.id);
    parts.push(about);
  }
  return h("div", { class: "field" }, parts);
}

/** A quote in three pieces, the date words marked. */
export function quote(parts) {
  return h("q", {}, parts[0], parts[1] ? h("mark", {}, parts[1]) : "", parts[2]);
}

/** Count code points: the server counts in them, browsers in UTF-16 units. */
export function points(text) {
  return [...text].length;
}
