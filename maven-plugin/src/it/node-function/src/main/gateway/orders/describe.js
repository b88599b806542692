exports.describe = id => `order ${id}`;
