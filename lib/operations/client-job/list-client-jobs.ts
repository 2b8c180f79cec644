import "server-only";
import { and, eq } from "drizzle-orm";
import { clientJobs } from "@/db/schema/client-jobs";
import { formerMembers } from "@/db/schema/former-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { ListClientJobs } from "@/lib/domain/provider/client-jobs";
import { tagsOf } from "@/lib/operations/client/internal/provider-tags";
import { jobColumns } from "@/lib/operations/client-job/internal/job-columns";
import { defineKeyset } from "@/lib/operations/keyset";
import { asTheyLeft } from "@/lib/operations/people/internal/called";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

const jobs = defineKeyset("client jobs", { age: [clientJobs.askedAt, clientJobs.id] });

/** What was done to several clients at once, latest first. */
export const listClientJobs = defineQuery({
  name: "client_job.list",
  input: ListClientJobs,
  access: inProvider.open_portal,
  async read({ tx, input: { providerId, cursor } }) {
    const page = jobs.page({ sort: "age", direction: "descending", cursor });
    const rows = await tx
      .select({
        ...jobColumns,
        place: page.place,
      })
      .from(clientJobs)
      .leftJoin(users, eq(users.id, clientJobs.askedBy))
      .leftJoin(formerMembers, asTheyLeft(clientJobs.askedBy, clientJobs.providerId))
      .where(and(eq(clientJobs.providerId, providerId), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit);
    const [provider] = await tx
      .select({ tags: tagsOf(providerId) })
      .from(providers)
      .where(eq(providers.id, providerId));
    const { rows: shown, next } = page.cut(rows);
    return { jobs: shown, tags: provider?.tags ?? [], next };
  },
});

export type ListedJob = Awaited<ReturnType<typeof listClientJobs.read>>["jobs"][number];
