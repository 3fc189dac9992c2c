// Filters the catalogue on the page itself: every action is already in the HTML, so
// nothing is asked of the server and the search answers as fast as one types.
// Without this script the whole catalogue stays there, grouped by theme.
(() => {
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const pressed = (name) =>
    document.querySelector(`[data-filter="${name}"][aria-pressed="true"]`);

  const says = (row) => {
    const theme = row.closest("[data-group]").querySelector("h2").textContent;
    return plain(`${theme} ${row.querySelector("h3").textContent} ${row.dataset.words}`);
  };
  const fits = (row, asked) =>
    (!asked.words.length || asked.words.every((word) => says(row).includes(word))) &&
    (!asked.efforts.length || asked.efforts.includes(row.dataset.effort)) &&
    (!asked.city || row.dataset.city === "yes") &&
    !row.dataset.needs.split(" ").some((need) => need && asked.without.includes(need));

  // A row is a flex box: its own display would win over the bare attribute.
  const hide = (part, isHidden) => {
    part.hidden = isHidden;
    part.style.display = isHidden ? "none" : "";
  };

  function show() {
    const page = document.querySelector("[data-catalogue]");
    if (!page) return;
    const theme = location.hash.startsWith("#theme-") ? location.hash.slice(1) : "";
    const mine = pressed("mine");
    const asked = {
      words: plain(document.getElementById("search").value).split(/\s+/).filter(Boolean),
      efforts: pressed("effort")?.value.split(" ") ?? [],
      city: Boolean(pressed("city")),
      without: mine?.value ? (page.dataset.without ?? "").split(" ") : [],
    };
    let found = 0;
    for (const group of all("[data-group]", page)) {
      const isAway = Boolean(theme) && group.id !== theme;
      let here = 0;
      for (const row of all("li[data-words]", group)) {
        hide(row, isAway || !fits(row, asked));
        here += row.hidden ? 0 : 1;
      }
      hide(group, here === 0);
      found += here;
    }
    for (const link of all("[data-theme-link]", page)) {
      const isCurrent = link.getAttribute("href") === (theme ? `#${theme}` : "#all");
      if (isCurrent) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const count = document.getElementById("count");
    const words = found === 0 ? "none" : found === 1 ? "one" : "many";
    count.textContent = count.dataset[words].replace("{n}", String(found));
  }

  document.addEventListener("input", (event) => {
    if (event.target.id === "search") show();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id === "filters") event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const tap = event.target.closest("[data-filter]");
    if (!tap) return;
    const isOn = tap.getAttribute("aria-pressed") === "true";
    // A segment always keeps one side pressed; a chip can be put back.
    if (isOn && tap.dataset.filter === "mine") return;
    for (const other of all(`[data-filter="${tap.dataset.filter}"]`)) {
      other.setAttribute("aria-pressed", "false");
    }
    tap.setAttribute("aria-pressed", String(!isOn));
    show();
  });
  addEventListener("hashchange", show);
  if (document.readyState === "complete") show();
  else addEventListener("load", show);
})();
