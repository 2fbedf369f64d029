export async function measureSearch() { return { tables: [], targets: [] }; }
