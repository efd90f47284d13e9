package org.v2xscms.verify.kernel;

import org.v2xscms.verify.Curve;

/**
 * The table of a curve's base point in the domain of one kind of kernel.
 *
 * <p>Always built in plain Java, which is fast long before the vector code is compiled, and then carried over: kernels
 * differ only in Montgomery's R, and R = 2^261 against 2^260 is one doubling of every coordinate.
 */
public final class BaseTable {

    private final int width;
    private final long[] table;

    public BaseTable(FieldKernel target, int width) {
        this.width = width;
        Curve curve = target.curve();
        ScalarKernel field = new ScalarKernel(curve);
        TableBuilder builder = new TableBuilder(field, width);
        table = new long[builder.tableLongs()];
        long[] point = new long[2 * Modulus.LIMBS];
        Modulus prime = field.prime();
        System.arraycopy(prime.residue(curve.baseX()), 0, point, 0, Modulus.LIMBS);
        System.arraycopy(prime.residue(curve.baseY()), 0, point, Modulus.LIMBS, Modulus.LIMBS);
        builder.build(point, table, 0);
        for (int bits = field.domainBits(); bits < target.domainBits(); bits++) {
            doubleCoordinates(prime);
        }
    }

    private void doubleCoordinates(Modulus prime) {
        long[] residue = new long[Modulus.LIMBS];
        for (int at = 0; at < table.length; at += 4) {
            Modulus.limbsOfWords(residue, 0, table[at], table[at + 1], table[at + 2], table[at + 3]);
            prime.add(residue, 0, residue, 0, residue, 0);
            for (int word = 0; word < 4; word++) {
                table[at + word] = Modulus.word(residue, 0, word);
            }
        }
    }

    /** Bits per digit. */
    public int width() {
        return width;
    }

    public int longs() {
        return table.length;
    }

    public void copyTo(long[] array, int at) {
        System.arraycopy(table, 0, array, at, table.length);
    }
}
