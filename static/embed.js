/* Optional, within a frame: tells the page around it how high it is, and shows what ?from=2021-12-01&to=2022&tag=name asks for. Of the page
   of an event, a tag or a source it leaves the entries (style.css: .framed); every link opens outside the frame, the site's name leads to the
   whole page. */
(() => {
  "use strict";
  const asked = new URLSearchParams(location.search);
  const [from, to, tags] = [asked.get("from") || "", asked.get("to") || "", asked.getAll("tag").map((tag) => tag.toLowerCase())];
  for (const row of document.querySelectorAll("[data-day]")) {
    const day = row.dataset.day;
    const held = (row.dataset.tags || "").toLowerCase().split("|");
    row.hidden = Boolean((from && day < from) || (to && day.slice(0, to.length) > to) || (tags.length && !tags.some((tag) => held.includes(tag))));
  }
  const tell = () => parent.postMessage({ dateline: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  if (parent === window) return;
  document.documentElement.classList.add("framed");
  for (const home of document.querySelectorAll(".small a")) home.href = location.href;
  for (const link of document.links) link.target = "_top";
  new ResizeObserver(tell).observe(document.body);
})();
