package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.OpenType.openType;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2dot1.TwoForms;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CtlSignatureSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * A trust list that several electors have signed.
 *
 * <p>The type decides what the two open types hold. Each signature is an SPDU of its own over the hash of {@code
 * tbsCtl},
 * at least one, each of another elector.
 */
public sealed interface MultiSignedCtl extends CertManagementPdu {

    MsctlType type();

    /** The signatures of the electors. */
    List<Encoded<SignedSpdu<ToBeSignedCtlSignature>>> signatures();

    /**
     * A list of type {@link MsctlType#FULL_IEEE_CTL}.
     *
     * @param tbsCtl the list, with the octets its hash is taken of
     * @param unsigned the certificates whose hashes the list holds
     */
    record FullIeeeCtl(
            Encoded<FullIeeeTbsCtl> tbsCtl,
            List<Encoded<Certificate>> unsigned,
            List<Encoded<SignedSpdu<ToBeSignedCtlSignature>>> signatures)
            implements MultiSignedCtl {

        public FullIeeeCtl {
            unsigned = List.copyOf(unsigned);
            signatures = List.copyOf(signatures);
        }

        @Override
        public MsctlType type() {
            return MsctlType.FULL_IEEE_CTL;
        }
    }

    /**
     * A list of a type we do not know.
     *
     * @param tbsCtl the content of the open type
     * @param unsigned the content of the open type
     */
    record UnknownCtl(
            MsctlType type,
            Octets tbsCtl,
            Octets unsigned,
            List<Encoded<SignedSpdu<ToBeSignedCtlSignature>>> signatures)
            implements MultiSignedCtl {

        public UnknownCtl {
            if (type.equals(MsctlType.FULL_IEEE_CTL)) {
                throw new IllegalArgumentException("another type than fullIeeeCtl");
            }
            signatures = List.copyOf(signatures);
        }
    }

    Codec<List<Encoded<SignedSpdu<ToBeSignedCtlSignature>>>> SIGNATURES = sequenceOf(
            "SEQUENCE OF CtlSignatureSpdu",
            MODULE,
            1,
            Integer.MAX_VALUE,
            Codec.recursive("CtlSignatureSpdu", () -> CtlSignatureSpdu.CODEC).keepingOctets());

    Codec<FullIeeeCtl> FULL_IEEE_CTL = sequence(
            "MultiSignedCtl",
            MODULE,
            (MsctlType type,
                    Encoded<FullIeeeTbsCtl> tbsCtl,
                    List<Encoded<Certificate>> unsigned,
                    List<Encoded<SignedSpdu<ToBeSignedCtlSignature>>> signatures) ->
                    new FullIeeeCtl(tbsCtl, unsigned, signatures),
            required("type", MsctlType.FULL_IEEE_CTL_CODEC, FullIeeeCtl::type),
            required("tbsCtl", openType(FullIeeeTbsCtl.CODEC.keepingOctets()), FullIeeeCtl::tbsCtl),
            required(
                    "unsigned",
                    openType(sequenceOf("SequenceOfCertificate", Certificate.CODEC.keepingOctets())),
                    FullIeeeCtl::unsigned),
            required("signatures", SIGNATURES, FullIeeeCtl::signatures));

    Codec<UnknownCtl> UNKNOWN_CTL = sequence(
            "MultiSignedCtl",
            MODULE,
            UnknownCtl::new,
            required("type", MsctlType.CODEC, UnknownCtl::type),
            required("tbsCtl", Strings.octetString("open type"), UnknownCtl::tbsCtl),
            required("unsigned", Strings.octetString("open type"), UnknownCtl::unsigned),
            required("signatures", SIGNATURES, UnknownCtl::signatures));

    Codec<MultiSignedCtl> CODEC = new TwoForms<>(
            "MultiSignedCtl",
            0,
            type -> type == MsctlType.FULL_IEEE_CTL.value(),
            FULL_IEEE_CTL.<MultiSignedCtl>as("MultiSignedCtl", MODULE, ctl -> ctl, FullIeeeCtl.class::cast),
            FullIeeeCtl.class::isInstance,
            UNKNOWN_CTL.<MultiSignedCtl>as("MultiSignedCtl", MODULE, ctl -> ctl, UnknownCtl.class::cast));
}
