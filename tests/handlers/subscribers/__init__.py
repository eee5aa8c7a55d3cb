"""What subscribers do, told by what they see."""
