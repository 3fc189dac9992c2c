// The page for associations: the choices write the code and show what it gives.
// Without this script the code of the first figure stands there.
(() => {
  const get = (id) => document.getElementById(id);
  const asked = (box, name) => box.querySelector(`[name="${name}"]`).value;

  function show() {
    const box = document.querySelector("[data-embedding]");
    if (!box) return;
    const told = JSON.parse(box.dataset.embedding);
    const [slug, size, theme, language] = ["figure", "size", "theme", "language"].map(
      (name) => asked(box, name),
    );
    const colours = theme === "auto" ? "" : `&theme=${theme}`;
    const query = `lang=${language}&size=${size}${colours}`;
    const [width, height] = told.frames[size];
    const title = told.titles[slug][language === "en" ? 1 : 0];
    const gaps = { slug, title, width, height, query: query.replaceAll("&", "&amp;") };
    get("embed-code").textContent = told.code.replace(/\[(\w+)\]/g, (_, name) => gaps[name]);
    const frame = get("embed-preview");
    const address = `/embed/indicators/${slug}`;
    if (frame.getAttribute("src") !== `${address}?${query}`) {
      frame.style.height = "";
      frame.width = width;
      frame.height = height;
      frame.title = box.querySelector('[name="figure"]').selectedOptions[0].textContent;
      frame.src = `${address}?${query}`;
    }
    for (const link of box.querySelectorAll("[data-picture]")) {
      link.href = `${address}.${link.dataset.picture}?${query}`;
    }
    get("embed-said").textContent = "";
    box.dataset.ready = "";
  }

  async function copy() {
    const code = get("embed-code");
    const said = get("embed-said");
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = said.dataset.done;
    } catch {
      // Browsers keep the clipboard closed to pages that did not come over https.
      getSelection().selectAllChildren(code);
      said.textContent = said.dataset.chosen;
    }
  }

  document.addEventListener("change", (event) => {
    if (event.target.closest("[data-embedding]")) show();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#embed-copy")) copy();
  });
  // A browser that comes back to the page keeps what was chosen.
  if (document.readyState === "complete") show();
  else addEventListener("load", show);
})();
