// What a JSON Schema says of a place: which names and values fit, and what they mean.
import { contextAt } from "./context.js";

/** @typedef {Record<string, any>} Schema */

/**
 * @typedef {object} Proposal
 * @property {string} label
 * @property {string} kind its type in words, or what the value is
 * @property {string} description
 * @property {string} insert what takes the place of the word
 * @property {number} caret where the caret stands then, counted from the beginning of what was inserted
 * @property {boolean} isRequired
 */

/**
 * @typedef {object} Proposals
 * @property {number} from
 * @property {number} to
 * @property {Proposal[]} proposals
 */

/**
 * A schema and all that it is made up of.
 * @param {Schema} root
 * @param {any} schema
 * @param {number} [depth] since references may run in a ring
 * @returns {Schema[]}
 */
function parts(root, schema, depth = 0) {
  if (!schema || typeof schema !== "object" || depth > 8) return [];
  const { $ref, oneOf = [], anyOf = [], allOf = [] } = schema;
  const inner = [...oneOf, ...anyOf, ...allOf];
  if (typeof $ref === "string" && $ref.startsWith("#")) inner.push(referred(root, $ref));
  return [schema, ...inner.flatMap(one => parts(root, one, depth + 1))];
}

/**
 * @param {Schema} root
 * @param {string} reference such as `#/$defs/person`
 */
function referred(root, reference) {
  const steps = reference.slice(1).split("/").slice(1);
  const names = steps.map(step => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
  return names.reduce((/** @type {any} */ schema, name) => schema?.[name], root);
}

/**
 * What describes the value at a path.
 * @param {Schema} root
 * @param {(string | number)[]} path
 */
function at(root, path) {
  // A list of articles has the schema for each of them.
  const steps = typeof path[0] === "number" ? path.slice(1) : path;
  let schemas = parts(root, root);
  for (const step of steps) {
    schemas = schemas.flatMap(schema => {
      const { properties, additionalProperties, items, prefixItems } = schema;
      if (typeof step === "number") return parts(root, prefixItems?.[step] ?? items);
      return parts(root, own(properties, step) ?? additionalProperties);
    });
  }
  return schemas;
}

/**
 * @param {Record<string, any> | undefined} properties
 * @param {string} name
 */
const own = (properties, name) => (properties && Object.hasOwn(properties, name) ? properties[name] : undefined);

/** @param {Schema[]} schemas */
const typesOf = schemas => [...new Set(schemas.flatMap(({ type }) => type ?? []).filter(type => type !== "null"))];

/** @param {Schema[]} schemas */
const descriptionOf = schemas => schemas.find(({ description }) => description)?.description ?? "";

/**
 * The values that a schema names, with what it says of each.
 * @param {Schema[]} schemas
 */
function valuesOf(schemas) {
  /** @type {{ value: any, kind: string, description: string }[]} */
  const values = schemas.flatMap(schema => {
    const description = schema.description ?? "";
    if ("const" in schema) return [{ value: schema.const, kind: "", description }];
    const isBoolean = [schema.type].flat().includes("boolean");
    const listed = schema.enum ?? (isBoolean ? [true, false] : []);
    return [
      ...listed.map((/** @type {any} */ value) => ({ value, kind: "", description: "" })),
      ...(schema.examples ?? []).map((/** @type {any} */ value) => ({ value, kind: "example", description: "" })),
    ];
  });
  const first = new Map(values.toReversed().map(one => [one.value, one]));
  return values.filter(one => one.value !== null && first.get(one.value) === one);
}

/**
 * How the values of a type begin.
 * @type {Record<string, string>}
 */
const EMPTY = { string: '""', object: "{}", array: "[]" };

/**
 * What fits at a place of a text.
 * @param {Schema} root
 * @param {string} text
 * @param {number} place
 * @returns {Proposals | undefined}
 */
export function proposalsAt(root, text, place) {
  const context = contextAt(text, place);
  if (!context) return undefined;
  const { path, role, from, to, names } = context;
  const schemas = at(root, path);
  const rest = text.slice(to, to + 200);
  const proposals = role === "name" ? nameProposals(root, schemas, names, rest) : valueProposals(schemas);
  return proposals.length ? { from, to, proposals } : undefined;
}

/**
 * @param {Schema} root
 * @param {Schema[]} schemas
 * @param {Set<string>} names that are there already
 * @param {string} rest of the text
 * @returns {Proposal[]}
 */
function nameProposals(root, schemas, names, rest) {
  const hasValue = /^\s*:/.test(rest);
  const comma = /^\s*"/.test(rest) ? "," : "";
  const required = new Set(schemas.flatMap(schema => schema.required ?? []));
  const all = schemas.flatMap(({ properties }) => Object.entries(properties ?? {}));
  return [...new Map(all)].filter(([name]) => !names.has(name)).map(([name, schema]) => {
    const described = parts(root, schema);
    const types = typesOf(described);
    const empty = EMPTY[types[0]] ?? "";
    const start = `${JSON.stringify(name)}: `;
    return {
      label: name,
      kind: types.join(" or "),
      description: descriptionOf(described),
      insert: hasValue ? JSON.stringify(name) : start + empty + comma,
      caret: hasValue ? name.length + 2 : start.length + (empty ? 1 : 0),
      isRequired: required.has(name),
    };
  });
}

/**
 * @param {Schema[]} schemas
 * @returns {Proposal[]}
 */
function valueProposals(schemas) {
  return valuesOf(schemas).map(({ value, kind, description }) => {
    const insert = JSON.stringify(value);
    return { label: String(value), kind, description, insert, caret: insert.length, isRequired: false };
  });
}

/**
 * What the schema says of the word at a place.
 * @param {Schema} root
 * @param {string} text
 * @param {number} place of its first character or a later one
 * @returns {{ from: number, to: number, title: string, kind: string, description: string } | undefined}
 */
export function meaningAt(root, text, place) {
  const context = contextAt(text, place + 1);
  if (!context || context.from === context.to) return undefined;
  const { path, role, from, to, word } = context;
  const schemas = at(root, role === "name" ? [...path, word] : path);
  const value = role === "value" && valuesOf(schemas).find(one => String(one.value) === word && one.description);
  if (value) return { from, to, title: word, kind: "", description: value.description };
  const description = descriptionOf(schemas);
  if (!description) return undefined;
  const title = role === "name" ? word : String(path.findLast(step => typeof step === "string") ?? "");
  const kind = [typesOf(schemas).join(" or "), ...limits(schemas)].filter(Boolean).join(", ");
  return { from, to, title, kind, description };
}

/** @param {Schema[]} schemas */
function limits(schemas) {
  /** @param {string} name */
  const limit = name => schemas.find(schema => schema[name] !== undefined)?.[name];
  const [most, items, least, greatest] = ["maxLength", "maxItems", "minimum", "maximum"].map(limit);
  return [
    most === undefined ? "" : `at most ${most} characters`,
    items === undefined ? "" : `at most ${items}`,
    greatest === undefined ? "" : `from ${least ?? 0} to ${greatest}`,
  ];
}
