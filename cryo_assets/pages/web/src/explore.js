export async function explorePage() {}
