package org.v2xscms.verify;

import org.v2xscms.verify.kernel.BaseTable;
import org.v2xscms.verify.kernel.TableBuilder;

/** The tables of both curves for one way of computing, to be shared by any number of {@link KernelVerifier}s. */
public final class SenderTables {

    private final VerifierPath path;
    private final VerifierOptions options;
    private final KeyTables p256;
    private final KeyTables sm2;

    /** Builds the tables of both base points, some 100 ms each on a cold JVM. */
    public SenderTables(VerifierPath path, VerifierOptions options) {
        this.path = path;
        this.options = options;
        p256 = tables(Curve.P256);
        sm2 = tables(Curve.SM2);
    }

    private KeyTables tables(Curve curve) {
        var kernel = KernelFactory.create(path, curve);
        int tableLongs = new TableBuilder(kernel, options.keyWidth()).tableLongs();
        return new KeyTables(
                new BaseTable(kernel, options.baseWidth()),
                tableLongs,
                options.tableBytes(),
                options.signaturesPerBuild());
    }

    public VerifierPath path() {
        return path;
    }

    public VerifierOptions options() {
        return options;
    }

    /** How many keys have tables at the moment. */
    public int tablesInUse() {
        return p256.used() + sm2.used();
    }

    /** How many tables were built so far, those since evicted included. */
    public long tablesBuilt() {
        return p256.builds() + sm2.builds();
    }

    KeyTables of(Curve curve) {
        return switch (curve) {
            case P256 -> p256;
            case SM2 -> sm2;
        };
    }
}
