/* For the page around a frame of this timeline: gives the frame the height of what it shows. Asks nothing of anyone. */
(() => {
  "use strict";
  const home = document.currentScript.src.replace(/[^/]*$/, "");
  addEventListener("message", ({ data, source }) => {
    if (typeof data?.dateline !== "number") return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source && frame.src.startsWith(home)) frame.style.height = `${Math.min(data.dateline, 20000)}px`;
    }
  });
})();
