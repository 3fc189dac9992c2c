// Keeps what was chosen on a page in its address, without a new page: a reload
// and a reconnection find it there again, and the address can be given to somebody.
(() => {
  const keep = () => {
    const address = document.querySelector("[data-address]")?.dataset.address;
    if (!address || address === location.pathname + location.search) return;
    history.replaceState(history.state, "", address + location.hash);
  };
  new MutationObserver(keep).observe(document.documentElement, {
    subtree: true,
    attributeFilter: ["data-address"],
  });
  // The choice may have come before this file did; a page as it was built holds none.
  keep();
})();
