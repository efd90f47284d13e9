package org.v2xscms.ma.cases;

import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId10;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.messages.Subject;

/** What a case is about, which decides how it is revoked. */
public sealed interface Suspect {

    /** What groups reports into a case. */
    Octets key();

    /** The commitment in a {@link org.v2xscms.messages.Decision}: SHA-256 over this and the salt of the case. */
    Octets commitment(Octets salt);

    /** A pseudonym certificate: the device behind it is found and listed by its linkage seeds. */
    record Pseudonym(IValue i, LinkageValue linkageValue) implements Suspect {

        @Override
        public Octets key() {
            return Octets.concat(Octets.of((byte) (i.value() >> 8), (byte) i.value()), linkageValue.octets());
        }

        @Override
        public Octets commitment(Octets salt) {
            return HashFunction.SHA256
                    .digest(Subject.CODEC.encode(subject(salt)))
                    .value();
        }

        /** What opens the commitment. */
        public Subject subject(Octets salt) {
            return new Subject(salt, i, linkageValue);
        }
    }

    /**
     * A certificate without linkage value, as infrastructure has them: listed by its hash.
     *
     * @param hash SHA-256 of the certificate
     * @param id the low-order ten octets of its whole-certificate hash
     * @param expiry the end of its validity, seconds as in Time32
     */
    record Application(Octets hash, HashedId10 id, long expiry) implements Suspect {

        @Override
        public Octets key() {
            return hash;
        }

        @Override
        public Octets commitment(Octets salt) {
            return HashFunction.SHA256.digest(Octets.concat(salt, hash)).value();
        }
    }

    /** Who signed with {@code certificate}. */
    static Suspect of(HashedCertificate certificate) {
        ToBeSignedCertificate holder = certificate.certificate().toBeSigned().value();
        return holder.id() instanceof LinkageData linkage
                ? new Pseudonym(linkage.iCert(), linkage.linkageValue())
                : new Application(
                        certificate.hashWith(HashFunction.SHA256).value(),
                        HashedId10.of(certificate.hash().value()),
                        holder.validityPeriod().endTime().microseconds() / 1_000_000);
    }
}
