// The mark of an editor: initials on their colour, as timeline.toml gives them; the name in full for whoever does not see it.
import { h } from "./dom.js";

export function mark(name, editors) {
  const known = editors.find((each) => each.name === name);
  const initials = known?.initials || name.split(/\s+/).map((word) => word[0]).join("").slice(0, 3).toUpperCase();
  const made = h("span", { class: "mark", title: name, role: "img", "aria-label": name }, initials);
  if (known) {
    made.style.setProperty("background", known.colour);
    made.style.setProperty("color", isDark(known.colour) ? "#fff" : "#000");
  }
  return made;
}

/** Whether white is read better on a colour than black. */
function isDark(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18;
}
