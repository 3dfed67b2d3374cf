package io.duly.correspondence.letter;

import io.duly.correspondence.template.Recipient;
import io.duly.correspondence.template.Sender;
import io.duly.correspondence.template.Transfer;
import java.util.Optional;

/**
 * A payment as a code that a banking program reads, to be drawn on a page: that of a Swiss QR bill where it can be paid so, else
 * that of a SEPA transfer.
 *
 * @param path of an SVG whose units are modules, with four free ones around as ISO/IEC 18004 wants them
 * @param side of the picture in modules
 * @param swiss whether the cross of the Swiss QR bill stands in its middle
 */
public record PaymentCode(String path, int side, boolean swiss) {
  private static final int FREE = 4;

  /** Empty where the payment can be made by neither. */
  public static Optional<PaymentCode> of(Transfer transfer, Sender sender, Recipient recipient) {
    var swiss = SwissCode.of(transfer, sender, recipient).map(slip -> drawn(QrCode.of(slip.words()), true));
    return swiss.or(() -> EpcCode.of(transfer).map(code -> drawn(code, false)));
  }

  private static PaymentCode drawn(QrCode code, boolean swiss) {
    return new PaymentCode(code.path(FREE), code.size() + 2 * FREE, swiss);
  }
}
