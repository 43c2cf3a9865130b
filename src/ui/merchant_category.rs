//! Merchant category codes in words (ISO 18245). Only as fine as helps a caller to remember what they bought.

/// From, to, and what is sold there. In order.
#[rustfmt::skip]
const CATEGORIES: &[(u16, u16, &str)] = &[
    (1, 799, "Agriculture and gardens"), (1500, 1799, "Building trades"), (2741, 2842, "Printing and cleaning supplies"),
    (3000, 3350, "Airline"), (3351, 3500, "Car rental"), (3501, 3999, "Hotel"),
    (4011, 4011, "Railway"), (4111, 4111, "Local transport"), (4112, 4112, "Railway"), (4119, 4119, "Ambulance"),
    (4121, 4121, "Taxi"), (4131, 4131, "Bus"), (4214, 4225, "Courier and storage"), (4411, 4411, "Cruise"),
    (4457, 4468, "Boats"), (4511, 4511, "Airline"), (4582, 4582, "Airport"), (4722, 4723, "Travel agency"),
    (4784, 4784, "Road toll"), (4789, 4789, "Transport"), (4812, 4815, "Telephone"), (4816, 4816, "Internet service"),
    (4829, 4829, "Money transfer"), (4899, 4899, "TV and streaming"), (4900, 4900, "Energy and water"),
    (5013, 5199, "Wholesale"), (5200, 5261, "Building supplies"), (5262, 5262, "Online marketplace"),
    (5300, 5399, "Department store"), (5411, 5411, "Groceries"), (5422, 5451, "Food shop"),
    (5462, 5462, "Bakery"), (5499, 5499, "Food shop"), (5511, 5533, "Cars and parts"), (5541, 5542, "Fuel"),
    (5551, 5551, "Boats"), (5552, 5552, "Electric charging"), (5561, 5599, "Vehicles"), (5611, 5699, "Clothing"),
    (5712, 5719, "Furniture"), (5722, 5722, "Household appliances"), (5732, 5732, "Electronics"),
    (5733, 5733, "Musical instruments"), (5734, 5734, "Software"), (5735, 5735, "Music"), (5811, 5811, "Catering"),
    (5812, 5812, "Restaurant"), (5813, 5813, "Bar"), (5814, 5814, "Café and fast food"), (5815, 5818, "Digital goods"),
    (5912, 5912, "Pharmacy"), (5921, 5921, "Wine and spirits"), (5931, 5933, "Second-hand"),
    (5935, 5937, "Second-hand"), (5940, 5941, "Sports and bicycles"), (5942, 5942, "Books"),
    (5943, 5943, "Stationery"), (5944, 5944, "Jewellery"), (5945, 5945, "Toys and games"), (5946, 5946, "Cameras"),
    (5947, 5947, "Gifts"), (5948, 5949, "Leather and fabrics"), (5960, 5966, "Mail order"), (5967, 5967, "Adult content by phone"),
    (5968, 5968, "Subscription"), (5969, 5969, "Mail order"), (5970, 5973, "Art and collecting"), (5975, 5976, "Medical supplies"),
    (5977, 5977, "Cosmetics"), (5978, 5978, "Office machines"), (5983, 5983, "Heating fuel"), (5992, 5992, "Flowers"),
    (5993, 5993, "Tobacco"), (5994, 5994, "Newspapers and kiosk"), (5995, 5995, "Pets"), (5996, 5999, "Shop"),
    (6010, 6010, "Cash at a counter"), (6011, 6011, "Cash machine"), (6012, 6012, "Bank"), (6050, 6051, "Money-like purchase"),
    (6211, 6211, "Securities"), (6300, 6399, "Insurance"), (6513, 6513, "Rent"), (6529, 6540, "Loading stored value"),
    (7011, 7012, "Hotel"), (7032, 7033, "Camping"), (7210, 7217, "Laundry and cleaning"), (7221, 7221, "Photographer"),
    (7230, 7230, "Hairdresser"), (7251, 7251, "Shoe repair"), (7261, 7261, "Funeral"), (7273, 7273, "Dating"),
    (7276, 7276, "Tax advice"), (7277, 7299, "Personal services"), (7311, 7311, "Advertising"), (7321, 7394, "Business services"),
    (7395, 7395, "Photo prints"), (7399, 7399, "Business services"), (7512, 7519, "Vehicle rental"), (7523, 7523, "Parking"),
    (7531, 7549, "Car repair"), (7622, 7699, "Repairs"), (7800, 7802, "Gambling"), (7829, 7841, "Cinema and film"),
    (7911, 7911, "Dancing"), (7922, 7922, "Tickets"), (7929, 7929, "Music and entertainment"), (7932, 7933, "Billiards and bowling"),
    (7941, 7941, "Sports events"), (7991, 7991, "Sights"), (7992, 7992, "Golf"), (7993, 7994, "Games"), (7995, 7995, "Gambling"),
    (7996, 7996, "Amusement park"), (7997, 7997, "Fitness and clubs"), (7998, 7999, "Leisure"), (8011, 8011, "Doctor"),
    (8021, 8021, "Dentist"), (8031, 8041, "Practitioner"), (8042, 8043, "Optician"), (8049, 8050, "Care"), (8062, 8062, "Hospital"),
    (8071, 8099, "Health"), (8111, 8111, "Lawyer"), (8211, 8299, "School and course"), (8351, 8351, "Child care"),
    (8398, 8398, "Charity"), (8641, 8699, "Association"), (8734, 8999, "Professional services"), (9211, 9211, "Court"),
    (9222, 9223, "Fine"), (9311, 9311, "Taxes"), (9399, 9399, "Public authority"), (9402, 9402, "Post"), (9405, 9950, "Public authority"),
];

/// What is sold there; a code that the table does not know, or that is none, stays as it is.
pub fn category(code: &str) -> &str {
    let Some(number) = code.parse::<u16>().ok().filter(|_| code.len() == 4) else { return code };
    let place = CATEGORIES.partition_point(|(_, to, _)| *to < number);
    match CATEGORIES.get(place) {
        Some((from, _, words)) if *from <= number => words,
        _ => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_nothing_in_it_overlaps() {
        for pair in CATEGORIES.windows(2) {
            assert!(pair[0].0 <= pair[0].1 && pair[0].1 < pair[1].0, "{pair:?}");
        }
    }

    #[test]
    fn a_trade_is_named_and_an_unknown_one_stays_a_code() {
        assert_eq!(category("7011"), "Hotel");
        assert_eq!(category("5712"), "Furniture");
        assert_eq!(category("3010"), "Airline");
        assert_eq!(category("9998"), "9998");
        assert_eq!(category("70"), "70");
        assert_eq!(category(" "), " ");
    }
}
