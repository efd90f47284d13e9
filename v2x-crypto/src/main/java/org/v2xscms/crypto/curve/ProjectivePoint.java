package org.v2xscms.crypto.curve;

import java.util.Arrays;

/**
 * A point (X : Y : Z) in homogeneous projective coordinates, each in Montgomery form; x = X/Z, y = Y/Z, and the point at
 * infinity is (0 : 1 : 0). Mutable working storage inside this package.
 */
final class ProjectivePoint {

    final long[] x;
    final long[] y;
    final long[] z;

    /** The point at infinity. */
    ProjectivePoint(PrimeField field) {
        x = field.newElement();
        y = field.one().clone();
        z = field.newElement();
    }

    void set(ProjectivePoint source) {
        System.arraycopy(source.x, 0, x, 0, x.length);
        System.arraycopy(source.y, 0, y, 0, y.length);
        System.arraycopy(source.z, 0, z, 0, z.length);
    }

    void wipe() {
        Arrays.fill(x, 0);
        Arrays.fill(y, 0);
        Arrays.fill(z, 0);
    }
}
