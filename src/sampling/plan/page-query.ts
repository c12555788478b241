/** What the requests of a sequence have in common. */
export interface QueryBase {
  readonly resource: string;
  readonly expansion?: string;
  /** Conditions that every request carries, joined by `and`. */
  readonly conditions: readonly string[];
}

/** What one request asks for besides. */
export interface QueryOptions {
  readonly conditions?: readonly string[];
  readonly orderby?: string | undefined;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: true;
}

/** The path and query of a request below the service root (OData URL Conventions 4.01, section 5.1). */
export function pageUri({ resource, expansion, conditions }: QueryBase, options: QueryOptions): string {
  const filter = [...conditions, ...(options.conditions ?? [])].join(' and ');
  const { orderby, top, skip, count } = options;
  const parts = [
    ...(filter === '' ? [] : [`$filter=${encodeURIComponent(filter)}`]),
    ...(expansion === undefined ? [] : [`$expand=${encodeURIComponent(expansion)}`]),
    ...(orderby === undefined ? [] : [`$orderby=${encodeURIComponent(orderby)}`]),
    ...(count === undefined ? [] : ['$count=true']),
    ...(top === undefined ? [] : [`$top=${top}`]),
    ...(skip === undefined || skip === 0 ? [] : [`$skip=${skip}`]),
  ];
  // The name of an entity set is an identifier, unless the metadata is hostile.
  const path = encodeURIComponent(resource);
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}

/** A text as a literal of a filter, its quotes doubled (OData ABNF, `string`). */
export function stringLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
