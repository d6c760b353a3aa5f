// Keys: / goes to the search, j and k to the next and the last item of a list, Enter opens it. Everything works without.
"use strict";

(() => {
  const ITEMS = "[data-item]";
  const typing = (element) => element.matches("input, select, textarea, [contenteditable]");

  const step = (by) => {
    const items = [...document.querySelectorAll(ITEMS)];
    if (!items.length) return;
    const here = items.findIndex((item) => item.contains(document.activeElement));
    const next = here < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(here + by, 0), items.length - 1);
    items[next].querySelector("a")?.focus();
    items[next].scrollIntoView({ block: "nearest" });
  };

  // On a phone the menu is one row that scrolls: the page one is on must be in sight.
  const menu = document.querySelector(".top nav");
  const own = menu?.querySelector("[aria-current]");
  if (own) menu.scrollLeft = own.offsetLeft - menu.offsetLeft - (menu.clientWidth - own.clientWidth) / 2;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      const field = document.querySelector("main input[name=q]") ?? document.getElementById("find");
      field?.focus();
      field?.select();
      event.preventDefault();
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
})();
