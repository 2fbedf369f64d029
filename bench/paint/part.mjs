export async function measurePaint() { return { tables: [], targets: [] }; }
