package org.v2xscms.verify;

import org.v2xscms.verify.kernel.FieldKernel;
import org.v2xscms.verify.kernel.ScalarKernel;
import org.v2xscms.verify.kernel.VectorKernel;

/**
 * Makes field kernels, and is the only place that names {@link VectorKernel}: without the incubator module that class cannot
 * be loaded, and is not, because nothing reaches {@link #create} for {@link VerifierPath#VECTOR} then.
 */
final class KernelFactory {

    private static final String MODULE = "jdk.incubator.vector";

    private KernelFactory() {}

    /** Whether the Vector API is there. */
    static boolean hasVectorModule() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    static FieldKernel create(VerifierPath path, Curve curve) {
        return switch (path) {
            case VECTOR -> vector(curve);
            case SCALAR -> new ScalarKernel(curve);
            case PROVIDER -> throw new IllegalArgumentException("a provider has no kernel");
        };
    }

    private static FieldKernel vector(Curve curve) {
        if (!hasVectorModule()) {
            throw new IllegalStateException("start with --add-modules " + MODULE);
        }
        return new VectorKernel(curve);
    }
}
