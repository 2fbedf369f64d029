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
      if (frame.contentWindow !== source) continue;
      // The height is that of the page inside. Where the host counts borders and padding as part of it, they come on top.
      const style = getComputedStyle(frame);
      const isWhole = style.boxSizing === 'border-box';
      const around = [style.borderTopWidth, style.borderBottomWidth, style.paddingTop, style.paddingBottom];
      const more = isWhole ? around.reduce((sum, length) => sum + parseFloat(length), 0) : 0;
      frame.style.height = `${Math.ceil(height) + more}px`;
    }
  });
})();
