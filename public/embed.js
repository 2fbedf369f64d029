/*
 * Sets the height of frames that show a view of Chronofacet: <iframe data-chronofacet src="…&embed=1">. Load it once in
 * the page around them: <script src="…/embed.js" async></script>. Messages of other frames are ignored.
 */
(() => {
  const MAX_HEIGHT = 20000;
  window.addEventListener('message', event => {
    const { data, source } = event;
    if (typeof data !== 'object' || data === null || data.type !== 'chronofacet' || data.version !== 1) return;
    const height = Number(data.height);
    if (!(height > 0 && height < MAX_HEIGHT)) return;
    for (const frame of document.querySelectorAll('iframe[data-chronofacet]')) {
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height)}px`;
    }
  });
})();
