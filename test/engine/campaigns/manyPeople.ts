import { agree, newCustomer, openWorld, type World } from "../calls/world.ts";

/** A shop of so many people who agreed to printed offers. */
export const withPeople = async (
  count: number,
  options = {},
  nameOf = (at: number) => `Khách ${at}`,
) => {
  const world = await openWorld({ isFast: true, ...options });
  const people = [world.an];
  for (let at = 1; at < count; at += 1) {
    const id = await newCustomer(world, { name: nameOf(at) });
    await agree(world, id, "marketing", "print");
    people.push(id);
  }
  return { world, people };
};

/** Who was drawn, and for which group. */
export const membersOf = (world: World, campaignId: string) =>
  world
    .engine()
    .stores.shop.prepare<[string], object>(
      "SELECT customer_id, arm FROM campaign_members WHERE campaign_id = ? ORDER BY 1",
    )
    .all(campaignId);
