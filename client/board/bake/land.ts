import { geoArea } from 'd3-geo';
import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { merge } from 'topojson-client';
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json';
import { type BySeat, bySeat, type Seat } from '#shared/seats';

/** The land of the three seats, and all other land as one mass without borders. */
export type Land = { readonly neutral: MultiPolygon; readonly seats: BySeat<MultiPolygon> };

type Country = TopoPolygon<{ name: string }> | TopoMultiPolygon<{ name: string }>;

const ISO_NUMBERS: BySeat<string> = { US: '840', KR: '410', CN: '156' };

/** Islands smaller than this (steradians) are only noise at the board's scale. */
const SPECK = { neutral: 9e-5, US: 2e-4, KR: 2e-5, CN: 9e-5 };

const world = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const countries = world.objects.countries.geometries as Country[];

const merged = (chosen: Country[], speck: number): MultiPolygon => {
  const shape = merge(world as unknown as Topology, chosen as never) as MultiPolygon;
  const coordinates = shape.coordinates.filter(
    (rings) => geoArea({ type: 'Polygon', coordinates: rings }) >= speck,
  );
  return { type: 'MultiPolygon', coordinates };
};

const seatOf = (country: Country): Seat | undefined =>
  (['US', 'KR', 'CN'] as const).find((seat) => ISO_NUMBERS[seat] === String(country.id));

/** Reads the atlas: Natural Earth through world-atlas, 1:50m. */
export const readLand = (): Land => ({
  neutral: merged(
    countries.filter((country) => seatOf(country) === undefined),
    SPECK.neutral,
  ),
  seats: bySeat((seat) =>
    merged(
      countries.filter((country) => seatOf(country) === seat),
      SPECK[seat],
    ),
  ),
});

/** The outlines of some land as lines, so that the map's own edge is never drawn as a coast. */
export const outlineOf = (land: MultiPolygon): MultiLineString => {
  const coordinates: Position[][] = land.coordinates.flat();
  return { type: 'MultiLineString', coordinates };
};
