package org.v2xscms.verify.kernel;

/**
 * The odd multiples 1, 3, 5, … of one point per lane, for many groups of lanes at once, as small tables inside a slab.
 *
 * <p>With the odd multiples below 2^s and D = 2^s·P at hand, adding D to each gives those below 2^(s+1); every such round
 * is one run of {@link PointSums} for all groups. An entry is three elements, x, y and -y, so a signed digit chooses
 * without computing; the entry behind the last holds D.
 */
final class OddMultiples {

    private OddMultiples() {}

    /** Elements of the table of one group. */
    static int elements(int half) {
        return 3 * (half + 1);
    }

    private static int entry(FieldKernel field, int tables, int half, int group, int index) {
        return tables + (group * (half + 1) + index) * 3 * field.element();
    }

    /**
     * Computes the multiples of every group from its entry 0, where x and y are.
     *
     * @param half how many, a power of two
     */
    static void compute(
            FieldKernel field, long[] w, PointSums sums, boolean[] exceptional, int tables, int groups, int half) {
        for (int group = 0; group < groups; group++) {
            int point = entry(field, tables, half, group, 0);
            sums.add(point, point, entry(field, tables, half, group, half), group);
        }
        sums.run(exceptional);
        for (int known = 1; known < half; known *= 2) {
            for (int group = 0; group < groups; group++) {
                int doubled = entry(field, tables, half, group, half);
                if (2 * known < half) {
                    sums.add(doubled, doubled, doubled, group);
                }
                for (int i = 0; i < known; i++) {
                    int multiple = entry(field, tables, half, group, i);
                    sums.add(multiple, doubled, entry(field, tables, half, group, known + i), group);
                }
            }
            sums.run(exceptional);
        }
        for (int group = 0; group < groups; group++) {
            for (int i = 0; i < half; i++) {
                int y = entry(field, tables, half, group, i) + field.element();
                field.scale(w, y, 0);
                field.minus(w, y);
                field.reduce(w, y + field.element());
            }
        }
    }

    /** Copies one lane of an entry, or of its negative, to a point. */
    static void copyLane(FieldKernel field, long[] w, int entry, boolean negative, int lane, int to) {
        int element = field.element();
        int y = negative ? entry + 2 * element : entry + element;
        for (int limb = lane; limb < element; limb += field.lanes()) {
            w[to + limb] = w[entry + limb];
            w[to + element + limb] = w[y + limb];
        }
    }
}
