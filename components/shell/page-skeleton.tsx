import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/components/ui/table-skeleton";

/** A list page on its way, at the heights it will have. `tile` is the height of what stands over the table. */
export function PageSkeleton({ title, tile = 0, rows = 5 }: { title: string; tile?: number; rows?: number }) {
  return (
    <>
      <PageHeader title={title} />
      <PageBody>
        {tile > 0 ? <Skeleton height={`${tile}px`} /> : null}
        <TableSkeleton rows={rows} />
      </PageBody>
    </>
  );
}
