import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { TableSkeleton } from "@/components/ui/table-skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title={<Skeleton width="160px" height="28px" />} />
      <PageBody>
        <TableSkeleton />
      </PageBody>
    </>
  );
}
