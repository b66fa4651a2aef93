// What an event has besides words: pictures and films, places, fields of the project's own, and what it follows or answers. Of each kind there
// may be several, a row for each.
import { field, h } from "./dom.js";

const MEDIUM = [["file", "Picture, a file in pictures/"], ["link", "or the address of a film, post or picture"], ["alt", "What is to be seen, for those who do not see it"], ["credit", "Whose it is"], ["caption", "Caption"]];
const PLACE = [["name", "Place"], ["latitude", "Degrees north"], ["longitude", "Degrees east"]];
const RELATIONS = [["follows", "This event follows"], ["answers", "This event answers"]];
const KINDS = ["media", "places", ...RELATIONS.map(([name]) => name)];

/** Draw all of it. *view* keeps which rows there are, so that they outlive the page's reload; *article* is the one that gave the event. */
export function additions(app, base, view, article) {
  const { fields, pictures, events } = app.overview;
  view.rows ||= Object.fromEntries(KINDS.map((name) => [name, (base[name] || []).map((_, number) => number)]));
  const others = events.filter((event) => event.id !== base.id).map((event) => [event.id, `${event.label}: ${event.name}`]);
  const image = app.overview.articles.find((each) => each.id === article)?.image;
  const media = list(view, "media", "Pictures, films and posts", MEDIUM, base.media || [], "Add a picture or film", { file: ["", ...pictures].map((name) => [name, name || "none"]) });
  if (image) media.append(h("button", { type: "button", id: "offer-image", onclick: () => media.add({ link: image.link, credit: image.credit }) }, "Add the article's own picture, as a link"));
  const own = fields.map(([name, label]) => field(label, h("input", { id: `set-field-${name}`, "data-field": name, value: base.fields?.[name] || "" })));
  const related = RELATIONS.map(([name, legend]) => list(view, name, legend, [["id", legend]], (base[name] || []).map((id) => ({ id })), "Add an event", { id: [["", "choose an event"], ...others] }));
  const count = KINDS.reduce((sum, name) => sum + view.rows[name].length, 0);
  return h("details", { class: "more", id: "additions", open: Boolean(view.added) || count > 0, ontoggle: ({ target }) => { view.added = target.open; } },
    h("summary", { id: "additions-summary" }, "Pictures, places, fields, what it follows"),
    media, list(view, "places", "Places", PLACE, base.places || [], "Add a place"), own.length ? h("fieldset", {}, h("legend", {}, "Fields of this project"), own) : null, related);
}

/** What the form says of all that, in the words of an edit's [set]: only what differs from what it was opened with. */
export function added(form, base) {
  const set = {};
  const given = (name) => [...form.querySelectorAll(`[data-rows="${name}"] > .one`)].map(row);
  const media = given("media").filter((each) => Object.keys(each).length);
  const places = given("places").filter((each) => each.name).map(located);
  if (differ(media, base.media)) set.media = media;
  if (differ(places, base.places)) set.places = places;
  for (const [name] of RELATIONS) {
    const ids = given(name).map(({ id }) => id).filter(Boolean);
    if (differ(ids, base[name])) set[name] = ids;
  }
  const fields = Object.fromEntries([...form.querySelectorAll("[data-field]")].map((each) => [each.dataset.field, each.value.trim()])
    .filter(([name, value]) => value !== (base.fields?.[name] || "")));
  if (Object.keys(fields).length) set.fields = fields;
  return set;
}

/** A list of rows, each of some columns, that can be added to and taken from. Its ``add`` puts in one more. */
function list(view, name, legend, columns, values, more, choices = {}) {
  const box = h("fieldset", { "data-rows": name }, h("legend", {}, legend));
  const draw = (number, value = {}) => {
    const id = (column) => `set-${name}-${number}-${column}`;
    const control = (column) => {
      const options = choices[column];
      const now = String(value[column] ?? "");
      if (!options) return h("input", { id: id(column), "data-column": column, value: now });
      const known = options.some(([each]) => each === now) ? options : [[now, now], ...options];
      const made = h("select", { id: id(column), "data-column": column }, known.map(([each, told]) => h("option", { value: each }, told)));
      made.value = now;
      return made;
    };
    const drop = () => {
      view.rows[name] = view.rows[name].filter((each) => each !== number);
      made.remove();
      button.focus();
    };
    const made = h("div", { class: columns.length > 1 ? "one pair" : "one" }, columns.map(([column, label]) => field(label, control(column))),
      h("button", { type: "button", id: `drop-${name}-${number}`, "aria-label": `Take away: ${legend}, ${value[columns[0][0]] || value.link || "this one"}`, onclick: drop }, "Take away"));
    button.before(made);
    return made;
  };
  const button = h("button", { type: "button", id: `more-${name}`, onclick: () => box.add() }, more);
  box.append(button);
  for (const number of view.rows[name]) draw(number, values[number]);
  box.add = (value = {}) => {
    const number = Math.max(-1, values.length - 1, ...view.rows[name]) + 1;
    view.rows[name].push(number);
    draw(number, value).querySelector("input, select").focus();
  };
  return box;
}

function row(element) {
  const cells = [...element.querySelectorAll("[data-column]")].map((each) => [each.dataset.column, each.value.trim()]);
  return Object.fromEntries(cells.filter(([, value]) => value));
}

/** A place with its degrees as numbers; what is none is left to be refused with a word. */
function located(place) {
  const degrees = (value) => (Number.isNaN(Number(value.replace(",", "."))) ? value : Number(value.replace(",", ".")));
  return Object.fromEntries(Object.entries(place).map(([name, value]) => [name, name === "name" ? value : degrees(value)]));
}

function differ(now, was) {
  const plain = (all) => JSON.stringify((all || []).map((each) => (typeof each === "string" ? each : Object.entries(each).filter(([, value]) => value !== "" && value !== null).sort())));
  return plain(now) !== plain(was);
}
