export async function measureLoad() { return { tables: [], targets: [] }; }
