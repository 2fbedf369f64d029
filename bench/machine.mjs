import { cpus, loadavg, totalmem, type } from 'node:os';

/**
 * Returns a line about the machine. If the load is higher than the number of processors, only ratios between figures are
 * meaningful.
 *
 * @param {string} browser
 */
export function machine(browser) {
  const day = new Date().toISOString().slice(0, 10);
  const [processor] = cpus();
  const model = processor?.model.trim() || 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[1]?.toFixed(1) ?? '0';
  return `_Measured on ${day}: ${cpus().length} × ${model}, ${memory} GB, ${type()}, Chromium ${browser}, headless. Load: ${load}._`;
}
