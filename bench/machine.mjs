import { cpus, loadavg, totalmem, type } from 'node:os';

/**
 * One line on where the figures below it come from. A load above the number of processors says that others were at work,
 * and that only ratios tell anything.
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
