import type { DynamicModule, ForwardReference, Type } from '@nestjs/common';

type Import = Type | DynamicModule | Promise<DynamicModule> | ForwardReference;

/** Every controller of a module and of those it imports, each once, without starting anything. */
export function controllersOf(root: Type | DynamicModule): Type[] {
  const found = new Set<Type>();
  const seen = new Set<unknown>();
  const visit = (entry: Import): void => {
    if (entry instanceof Promise) throw new Error('a module that is only promised cannot be looked into');
    const dynamic: Partial<DynamicModule> = 'module' in entry ? entry : {};
    const type: unknown = dynamic.module ?? ('forwardRef' in entry ? (entry.forwardRef as () => unknown)() : entry);
    if (seen.has(type)) return;
    seen.add(type);
    for (const controller of [...listOf<Type>('controllers', type), ...(dynamic.controllers ?? [])])
      found.add(controller);
    for (const further of [...listOf<Import>('imports', type), ...(dynamic.imports ?? [])]) visit(further);
  };
  visit(root);
  return [...found];
}

function listOf<Item>(key: 'controllers' | 'imports', type: unknown): readonly Item[] {
  return (Reflect.getMetadata(key, type as object) ?? []) as readonly Item[];
}
