export async function measureTimeline() { return { tables: [], targets: [] }; }
