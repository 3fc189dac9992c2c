// On the page of another site: gives each frame of Clim'Act Issy the height it asks for.
(() => {
  const ours = new URL(document.currentScript.src).origin;
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter((frame) =>
      frame.src.startsWith(`${ours}/embed/`),
    );
  addEventListener("message", (event) => {
    const told = event.data;
    if (event.origin !== ours || told?.type !== "climact:height") return;
    if (!Number.isFinite(told.h) || told.h < 40 || told.h > 2000) return;
    const frame = frames().find((one) => one.contentWindow === event.source);
    if (frame) frame.style.height = `${Math.ceil(told.h)}px`;
  });
  // A frame that spoke before this script was there speaks again. The question holds
  // nothing, and a frame that is still on its way has no origin to name yet.
  for (const frame of frames()) frame.contentWindow?.postMessage({ type: "climact:ask" }, "*");
})();
